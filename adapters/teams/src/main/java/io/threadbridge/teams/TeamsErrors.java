package io.threadbridge.teams;

import static java.util.Map.entry;

import io.threadbridge.bridge.port.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the connector's statuses and error names mean for a delivery, and what to do about those
/// that somebody must mend. The names are those of Microsoft's lists for bots in Teams and for
/// sign-ins (`AADSTS…`).
final class TeamsErrors {
  /// So long is waited before a call that somebody must mend first is tried again.
  static final Duration MEND_PAUSE = Duration.ofSeconds(30);

  /// So long where Teams names no time.
  static final Duration RATE_PAUSE = Duration.ofSeconds(5);

  private static final Duration AGAIN_PAUSE = Duration.ofSeconds(2);
  private static final int JITTER_LEAST_MILLIS = 500;
  private static final int JITTER_MOST_MILLIS = 2_000;

  private static final String REGISTRATION =
      "Check teams.app-id, teams.app-secret and teams.tenant-id against the Azure Bot's"
          + " configuration, and that its Teams channel is switched on";

  /// What to do where the app is not in the team.
  static final String ADD =
      "Add the app to the team: in Teams choose the team > Manage team > Apps, and the app's"
          + " package";

  private static final Map<String, String> MENDS =
      Map.ofEntries(
          entry("BotNotInConversationRoster", ADD),
          entry("BotNotRegistered", REGISTRATION),
          entry(
              "BotDisabledByAdmin",
              "Allow the app in the Teams admin centre > Manage apps and its permission policies"),
          entry(
              "MessageWritesBlocked",
              "The channel lets nobody but its owners write: allow apps to post under Manage"
                  + " channel > Moderation"),
          entry("ConversationBlockedByUser", "The person has blocked the app in Teams"),
          entry(
              "ConversationNotFound",
              "Check the team's and the channel's id in the site's desk (teams:<team>/<channel>);"
                  + " the channel may have been deleted"));

  private static final Map<String, String> SIGN_IN =
      Map.ofEntries(
          entry(
              "700016",
              "The app registration is not in this tenant: check teams.app-id and teams.tenant-id"
                  + " (single tenant: the App Tenant ID of the Azure Bot's configuration)"),
          entry(
              "7000215",
              "teams.app-secret is wrong: copy the value of the client secret, not its id"),
          entry(
              "7000222",
              "teams.app-secret has expired: make a new client secret in the app registration"),
          entry(
              "7000229",
              "The app has no service principal in the tenant: open Enterprise applications in"
                  + " Entra and add it (az ad sp create --id <teams.app-id>)"),
          entry("90002", "There is no such tenant: check teams.tenant-id"),
          entry("900023", "teams.tenant-id is no tenant's id: it is a GUID"));

  private static final Pattern SIGN_IN_CODE = Pattern.compile("AADSTS([0-9]{4,9})");

  private TeamsErrors() {}

  /// What is known of a call that was answered so.
  static Delivery delivery(int status, String code, Optional<Duration> retryAfter) {
    String why = code.isEmpty() ? "HTTP " + status : code;
    return switch (status) {
      case 429 -> new Delivery.Later(retryAfter.orElse(RATE_PAUSE).plus(jitter()), "rate", "");
      case 412 -> new Delivery.Later(jitter(), why, "");
      case 401 -> mend(why, MENDS.getOrDefault(code, REGISTRATION));
      case 403 -> mend(why, MENDS.getOrDefault(code, ADD));
      case 408, 500, 502, 503, 504 -> new Delivery.Unknown(why);
      default -> other(status, why);
    };
  }

  private static Delivery other(int status, String why) {
    if (status >= 500) {
      return new Delivery.Unknown(why);
    }
    if (status >= 400) {
      return new Delivery.Refused(why);
    }
    return mend(why, "Check teams.service-hosts and any proxy on the way: Teams never answers so");
  }

  private static Delivery mend(String why, String mend) {
    return new Delivery.Later(MEND_PAUSE, why, mend);
  }

  /// The desk's channel is not there.
  static Delivery noChannel(String code) {
    return mend(code.isEmpty() ? "HTTP 404" : code, MENDS.getOrDefault("ConversationNotFound", ""));
  }

  /// A call that may be made twice, of which nobody knows what came.
  static Delivery again(String why) {
    return new Delivery.Later(AGAIN_PAUSE.plus(jitter()), why, "");
  }

  /// Teams could not be reached, and so nothing was sent.
  static Delivery unreachable(String why) {
    return new Delivery.Later(
        RATE_PAUSE, why, "Teams cannot be reached: check the network, any proxy, and DNS");
  }

  /// There is nowhere to send it: Teams has told no address that may have our token.
  static Delivery noAddress() {
    return mend(
        "no address",
        "Teams has not called yet: write to the app in Teams, and let teams.service-hosts name"
            + " Teams' own host");
  }

  /// Another call of the same conversation is under way.
  static Delivery busy() {
    return new Delivery.Later(jitter(), "busy", "");
  }

  /// The sign-in was refused.
  ///
  /// @param said what the sign-in wrote of it; only its code is kept
  static Delivery.Later signIn(String error, String said) {
    Matcher matcher = SIGN_IN_CODE.matcher(said);
    String number = matcher.find() ? matcher.group(1) : "";
    String why = number.isEmpty() ? "sign-in: " + error : "AADSTS" + number;
    return new Delivery.Later(MEND_PAUSE, why, SIGN_IN.getOrDefault(number, REGISTRATION));
  }

  /// The sign-in does not answer.
  static Delivery.Later noSignIn(String why) {
    return new Delivery.Later(
        RATE_PAUSE,
        "sign-in: " + why,
        "The sign-in cannot be reached: check the network, any proxy, and teams.login-url");
  }

  /// Two callers that were refused together do not come again together.
  private static Duration jitter() {
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextInt(JITTER_LEAST_MILLIS, JITTER_MOST_MILLIS));
  }
}
