package io.threadbridge.web;

import java.net.URI;
import java.util.Optional;

/// Which staff photos a visitor's browser is told to load.
final class Photos {
  private Photos() {}

  /// The photo's address if it is `https`, or `http` on this machine (the sandbox's).
  static Optional<String> shown(Optional<URI> photo) {
    return photo.filter(Photos::isSafe).map(URI::toString);
  }

  private static boolean isSafe(URI address) {
    String scheme = address.getScheme();
    String host = address.getHost();
    return host != null
        && ("https".equals(scheme) || ("http".equals(scheme) && Origins.isLoopback(host)));
  }
}
