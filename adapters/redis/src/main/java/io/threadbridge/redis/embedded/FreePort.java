package io.threadbridge.redis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Finds a port of loopback that nobody uses at the moment.
final class FreePort {
  private static final int TRIES_MAX = 100;

  private FreePort() {}

  static int find() {
    try (ServerSocket socket = bind(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException("no port is free", failed);
    }
  }

  /// One whose partner, `distance` above it, is free as well.
  static int findWithPartner(int distance) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      int port = find();
      if (port + distance > 65_535) {
        continue;
      }
      try (ServerSocket _ = bind(port + distance)) {
        return port;
      } catch (IOException _) {
        // Somebody has the partner: another pair.
      }
    }
    throw new IllegalStateException("no pair of ports is free");
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
