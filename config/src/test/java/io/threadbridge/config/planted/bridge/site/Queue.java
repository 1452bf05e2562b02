package io.threadbridge.config.planted.bridge.site;

import io.threadbridge.config.planted.bridge.port.Port;

/// A site's rules as they must not be.
public final class Queue {
  private Queue() {}

  /// Rules know no port.
  public record KnowsAPort(Port port) {}
}
