package io.threadbridge.config.planted.bridge.hours;

import io.threadbridge.config.planted.bridge.port.Port;
import java.time.Instant;
import java.time.InstantSource;

/// Hours as they must not be.
public final class Week {
  private Week() {}

  /// A clock inside a value.
  public record TakesAClock(InstantSource clock) {}

  /// Values know no port.
  public record KnowsAPort(Port port) {}

  /// The moment is in the question.
  public static final class AsksTheTime {
    /// Whether it is open now; the compiler forbids it too.
    @SuppressWarnings("TimeZoneUsage")
    public boolean isOpen() {
      return Instant.now().isAfter(Instant.EPOCH);
    }
  }
}
