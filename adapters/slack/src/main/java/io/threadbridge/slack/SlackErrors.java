package io.threadbridge.slack;

import static java.util.Map.entry;

import io.threadbridge.bridge.port.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What Slack's error names mean for a delivery, and what to do about those that somebody must
/// mend. The names are those of `chat.postMessage`, `chat.update` and `conversations.*`.
final class SlackErrors {
  /// So long is waited before a call that somebody must mend first is tried again.
  static final Duration MEND_PAUSE = Duration.ofSeconds(30);

  private static final String INVITE =
      "Invite the app to the channel: write /invite @website-chat in it (with the app's own name)";
  private static final String TOKEN =
      "Reinstall the Slack app under OAuth & Permissions and set its new bot token as"
          + " slack.bot-token";
  private static final String CHANNEL_RULES =
      "A workspace or channel rule forbids the app to post: let it post under Channel settings >"
          + " Posting permissions";

  private static final Map<String, String> MENDS =
      Map.ofEntries(
          entry(
              "channel_not_found",
              "Check the channel's id in the site's desk (slack:C…); if the channel is private,"
                  + " invite the app: /invite @website-chat"),
          entry("not_in_channel", INVITE),
          entry("is_archived", "Unarchive the channel, or choose another desk for the site"),
          entry("invalid_auth", TOKEN),
          entry("not_authed", TOKEN),
          entry("token_revoked", TOKEN),
          entry("token_expired", TOKEN),
          entry("account_inactive", TOKEN),
          entry("org_login_required", "The workspace is being moved to an organisation: wait"),
          entry("team_access_not_granted", TOKEN),
          entry(
              "not_allowed_token_type",
              "slack.bot-token must be the bot token (xoxb-…), slack.app-token the app-level token"
                  + " (xapp-…)"),
          entry("not_enabled", "Switch the Home Tab on under App Home"),
          entry(
              "messages_tab_disabled",
              "Switch the Messages Tab on under App Home: without it nobody can be told directly"),
          entry(
              "ekm_access_denied", "Ask the workspace's administrator: its keys deny apps access"),
          entry(
              "message_limit_exceeded",
              "The workspace has reached its message limit: ask its owner"),
          entry(
              "access_denied", "Ask the workspace's administrator to let the app use the channel"),
          entry("unknown_method", "Check slack.api-url: it does not speak Slack's Web API"));

  private static final Set<String> BUSY =
      Set.of("ratelimited", "rate_limited", "message_limit_reached");

  private static final Set<String> NOBODY_KNOWS =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private static final Set<String> ROOT_GONE =
      Set.of("thread_not_found", "cannot_reply_to_message");

  private SlackErrors() {}

  /// What is known of a delivery that Slack refused by this name.
  static Delivery delivery(String error, String needed) {
    if (BUSY.contains(error)) {
      return new Delivery.Later(MEND_PAUSE, "rate", "");
    }
    if (NOBODY_KNOWS.contains(error)) {
      return new Delivery.Unknown(error);
    }
    if (ROOT_GONE.contains(error)) {
      return new Delivery.ThreadGone();
    }
    String mend = mend(error, needed);
    return mend.isEmpty()
        ? new Delivery.Refused(error)
        : new Delivery.Later(MEND_PAUSE, error, mend);
  }

  /// What to do about an error; empty if nobody can mend it.
  static String mend(String error, String needed) {
    if (error.equals("missing_scope")) {
      String scope = needed.isBlank() ? "that the manifest names" : needed;
      return "Add the scope " + scope + " under OAuth & Permissions and reinstall the app";
    }
    if (error.startsWith("restricted_action")) {
      return CHANNEL_RULES;
    }
    return MENDS.getOrDefault(error, "");
  }
}
