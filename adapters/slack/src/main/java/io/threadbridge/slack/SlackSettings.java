package io.threadbridge.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// What connects us to one Slack workspace.
///
/// @param botToken the app's bot token, `xoxb-…`
/// @param appToken the app-level token, `xapp-…`; present: events come by Socket Mode
/// @param signingSecret what Slack signs its requests with; needed where events come by HTTP
/// @param apiUrl where the Web API is, such as [#SLACK]
/// @param visitorAsAuthor whether a visitor's post bears the visitor's name as its author, see
///     [PostBlocks]; needs the scope `chat:write.customize`
public record SlackSettings(
    String botToken,
    Optional<String> appToken,
    Optional<String> signingSecret,
    URI apiUrl,
    boolean visitorAsAuthor) {
  /// Slack's own Web API.
  public static final URI SLACK = URI.create("https://slack.com/api/");

  private static final List<String> SLACKS = List.of("slack.com", "slack-files.com");
  private static final int HTTPS = 443;

  public SlackSettings {
    appToken = appToken.filter(token -> !token.isBlank());
    signingSecret = signingSecret.filter(secret -> !secret.isBlank());
    if (botToken.isBlank()) {
      throw new IllegalArgumentException(
          "slack.bot-token is empty: copy the Bot User OAuth Token (xoxb-…) from the Slack app's"
              + " page OAuth & Permissions");
    }
    if (appToken.isEmpty() && signingSecret.isEmpty()) {
      throw new IllegalArgumentException(
          "Slack cannot reach us: set slack.app-token (xapp-…, Socket Mode) or"
              + " slack.signing-secret (events at <public-url>/slack/events)");
    }
    if (apiUrl.getHost() == null) {
      throw new IllegalArgumentException("slack.api-url must be an absolute URL, not " + apiUrl);
    }
  }

  /// The Web API's address, with the slash at its end that method names are appended to.
  String methodsPrefix() {
    String url = apiUrl.toString();
    return url.endsWith("/") ? url : url + "/";
  }

  /// Whether the Web API is on this machine: then no proxy of the host's may stand between.
  boolean isLoopback() {
    return isLoopback(apiUrl);
  }

  /// Whether an address is Slack's own, so that the token and visitors' files may go there: a host
  /// of its domains, by HTTPS, or the one where the Web API is.
  boolean isSlacks(HttpUrl address) {
    HttpUrl api = HttpUrl.get(apiUrl);
    boolean asTheApi =
        api != null
            && address.scheme().equals(api.scheme())
            && address.host().equals(api.host())
            && address.port() == api.port();
    boolean slacks =
        SLACKS.stream()
            .anyMatch(host -> address.host().equals(host) || address.host().endsWith("." + host));
    return asTheApi || (address.isHttps() && address.port() == HTTPS && slacks);
  }

  static boolean isLoopback(URI address) {
    String host = address.getHost() == null ? "" : address.getHost();
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }

  /// Without the secrets.
  @Override
  public String toString() {
    return "SlackSettings[" + apiUrl + (appToken.isPresent() ? ", socket]" : ", http]");
  }
}
