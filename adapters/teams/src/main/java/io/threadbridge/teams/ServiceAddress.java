package io.threadbridge.teams;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/// Where Teams is called now, and whether a call may go somewhere: only there.
final class ServiceAddress {
  /// Where a bot may begin that Teams has not called yet.
  static final String GLOBAL = "https://" + TeamsSettings.SERVICE_HOST + "/teams/";

  /// An address that nobody has (RFC 6761): calls to it are not sent.
  private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

  private final ServiceUrls urls;

  ServiceAddress(ServiceUrls urls) {
    this.urls = urls;
  }

  /// The latest that Teams named; before the first the one for all regions, if it is allowed.
  URI now() {
    return known().orElse(NOWHERE);
  }

  private Optional<URI> known() {
    return urls.latest().or(() -> urls.allowed(GLOBAL));
  }

  /// Whether our token may go there.
  boolean isAllowed(HttpUrl url) {
    return known()
        .map(address -> HttpUrl.get(address.toString()))
        .filter(
            allowed ->
                allowed.scheme().equals(url.scheme())
                    && allowed.host().equals(url.host())
                    && allowed.port() == url.port())
        .isPresent();
  }
}
