package io.threadbridge.config.planted.sandbox;

import io.threadbridge.config.planted.bridge.port.Port;

/// An opponent that shares the program's opinions.
public final class Pretend {
  private Pretend() {}

  /// Knows a port.
  public record KnowsAPort(Port port) {}
}
