package io.threadbridge.config.planted.bridge.conversation;

import io.threadbridge.config.planted.bridge.application.Loop;
import io.threadbridge.config.planted.bridge.port.Port;
import java.io.File;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Rules that look at the world.
public final class Rules {
  private Rules() {}

  /// Knows a port.
  public record KnowsAPort(Port port) {}

  /// Knows the application.
  public record KnowsTheApplication(Loop loop) {}

  /// Takes a clock.
  public record TakesAClock(InstantSource clock) {}

  /// Opens a socket.
  public record OpensASocket(Socket socket) {}

  /// Reads a file.
  public record ReadsAFile(File file) {}

  /// Names a file.
  public record NamesAFile(Path path) {}

  /// Works in several threads.
  public static final class Shares {
    private final Map<String, String> shared = new ConcurrentHashMap<>();

    /// What is shared.
    public Map<String, String> shared() {
      return Map.copyOf(shared);
    }
  }

  /// Asks for the time.
  public static final class AsksTheTime {
    /// The time; the compiler forbids it too.
    @SuppressWarnings("TimeZoneUsage")
    public Instant now() {
      return Instant.now();
    }
  }

  /// Counts nanoseconds.
  public static final class MeasuresTime {
    /// Some moment.
    public long now() {
      return System.nanoTime();
    }
  }

  /// Rolls dice.
  public record RollsDice(Random random) {}

  /// Makes names that nobody can foresee.
  public static final class MakesNames {
    /// Another at every call.
    public UUID name() {
      return UUID.randomUUID();
    }
  }
}
