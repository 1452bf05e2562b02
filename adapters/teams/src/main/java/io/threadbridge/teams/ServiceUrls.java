package io.threadbridge.teams;

import io.threadbridge.bridge.port.Notebook;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// Where Teams wants to be called. It says so in each activity, and may change its mind: the latest
/// counts, also after a restart. Only hosts of the settings are believed, because our token goes
/// there.
final class ServiceUrls {
  private static final String ADAPTER = "teams";
  private static final String KEY = "service-url";

  private final Notebook notebook;
  private final Set<String> hosts;
  private volatile Optional<URI> latest = Optional.empty();

  ServiceUrls(Notebook notebook, Set<String> hosts) {
    this.notebook = notebook;
    this.hosts = hosts;
  }

  /// The address in a verified activity; whatever is not allowed is not noted.
  void seen(String written) {
    Optional<URI> address = allowed(written);
    if (address.isPresent() && !address.equals(latest)) {
      notebook.write(ADAPTER, KEY, address.get().toString());
      latest = address;
    }
  }

  /// Where to call; empty until Teams has called us for the first time.
  Optional<URI> latest() {
    if (latest.isEmpty()) {
      latest = notebook.read(ADAPTER, KEY).flatMap(this::allowed);
    }
    return latest;
  }

  /// The address, if our token may go there: over TLS to a host of the settings, or unencrypted to
  /// one of them on this machine.
  Optional<URI> allowed(String written) {
    try {
      URI address = new URI(written.endsWith("/") ? written : written + "/");
      String host = Optional.ofNullable(address.getHost()).orElse("");
      boolean known = hosts.contains(host) || hosts.contains(host + ":" + address.getPort());
      boolean safe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && isLoopback(host));
      return Optional.of(address).filter(_ -> known && safe);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
