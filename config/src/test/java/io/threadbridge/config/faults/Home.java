package io.threadbridge.config.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A data directory with the program's own Redis in it, which outlives a killed program.
final class Home implements AutoCloseable {
  private final Path path;

  Home(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /// The Redis that lives here.
  Optional<ProcessHandle> redis() {
    Path file = path.resolve("redis.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(Home::isAlive)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Where it answers.
  String redisUrl() {
    try {
      String password = Files.readString(path.resolve("redis.password")).strip();
      String port = Files.readString(path.resolve("redis.port")).strip();
      return "redis://:" + password + "@127.0.0.1:" + port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One that is dead and still listed, because nobody waits for it, has no command any more.
  private static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /// Sends a signal, such as `STOP` or `CONT`.
  static void signal(String name, ProcessHandle process) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new AssertionError("no process " + process.pid());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// Ends the Redis that a killed program has left behind.
  @Override
  public void close() {
    Optional<ProcessHandle> left = redis();
    left.ifPresent(ProcessHandle::destroyForcibly);
    Until.yes("Redis is gone", () -> left.stream().noneMatch(Home::isAlive));
  }
}
