package io.threadbridge.config.planted.bridge.recognition;

import io.threadbridge.config.planted.bridge.port.Port;
import java.nio.file.Path;
import java.time.InstantSource;

/// Words that look at the world.
public final class Words {
  private Words() {}

  /// Knows a port.
  public record KnowsAPort(Port port) {}

  /// Reads a file.
  public record ReadsAFile(Path path) {}

  /// Takes a clock.
  public record TakesAClock(InstantSource clock) {}
}
