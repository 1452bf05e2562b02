package io.threadbridge.teams;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which addresses in a text of the bridge's are its own, and may be clicked: those on the
/// program's own origin, and those that open a thread. A visitor's words may stand beside them;
/// wherever else their addresses lead to, they are only to be read.
///
/// @param publicUrl where the program is reached
record OwnAddresses(URI publicUrl) {
  private static final Set<String> THREAD_HOSTS = Set.of("teams.microsoft.com");
  private static final String SLACK = ".slack.com";

  /// Whether whoever reads this address may follow it.
  boolean isOne(URI address) {
    return isOnOwnOrigin(address) || opensAThread(address);
  }

  /// Whether this program answers there.
  boolean isOnOwnOrigin(URI address) {
    return publicUrl.getScheme().equals(address.getScheme())
        && host(publicUrl).equals(host(address))
        && publicUrl.getPort() == address.getPort()
        && address.getUserInfo() == null;
  }

  private static boolean opensAThread(URI address) {
    String host = host(address);
    return "https".equals(address.getScheme())
        && address.getUserInfo() == null
        && (THREAD_HOSTS.contains(host) || host.endsWith(SLACK));
  }

  private static String host(URI address) {
    return Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
  }
}
