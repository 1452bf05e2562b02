package io.threadbridge.redis.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The files of the embedded Redis: data, lock, process id, port, password, settings and log. The
/// directory and the files with the password are its owner's alone.
final class RedisDirectory {
  private static final int PASSWORD_BYTES = 32;

  private final Path path;

  private RedisDirectory(Path path) {
    this.path = path;
  }

  static RedisDirectory open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute, permissions("rwx------"));
      // The path of a process's program has no links in it.
      return new RedisDirectory(absolute.toRealPath());
    } catch (IOException failed) {
      throw new EmbeddedRedisUnavailable(
          "The data directory " + absolute + " cannot be made (" + failed.getMessage() + ").");
    }
  }

  Path path() {
    return path;
  }

  Path lockFile() {
    return path.resolve("redis.lock");
  }

  Path logFile() {
    return path.resolve("redis.log");
  }

  private Path pidFile() {
    return path.resolve("redis.pid");
  }

  /// The password of this directory, made at its first use.
  String password() {
    Path file = path.resolve("redis.password");
    return read(file)
        .orElseGet(
            () -> {
              byte[] random = new byte[PASSWORD_BYTES];
              new SecureRandom().nextBytes(random);
              String made = HexFormat.of().formatHex(random);
              write(file, made);
              return made;
            });
  }

  /// The port of the one that was started last.
  Optional<Integer> port() {
    return number("redis.port").map(Long::intValue);
  }

  /// The process of the one that was started last; Redis itself writes it, and takes it away when
  /// it ends in order.
  Optional<Long> pid() {
    return number("redis.pid");
  }

  /// Whether the process of that id lives and is the program that we extracted: ids are used again.
  boolean isRedisAlive() {
    return pid()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().orElse("").startsWith(path.toString()))
        .orElse(false);
  }

  /// Whether a process of that id was there and has ended again.
  boolean hasGivenUp() {
    return pid().isPresent() && !isRedisAlive();
  }

  /// Whether one has come as far as having its port.
  boolean hasPid() {
    return pid().isPresent();
  }

  /// Writes port and settings, before the start: whoever finds the directory knows whom to ask.
  Path prepare(int port, String password) {
    delete(pidFile());
    write(path.resolve("redis.port"), Integer.toString(port));
    Path settings = path.resolve("redis.conf");
    write(
        settings,
        """
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize yes
        pidfile "%s"
        logfile "%s"
        loglevel warning
        dir "%s"
        appendonly yes
        appendfsync always
        save ""
        maxmemory-policy noeviction
        """
            .formatted(port, password, pidFile(), logFile(), path));
    return settings;
  }

  private Optional<Long> number(String file) {
    return read(path.resolve(file)).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  /// Beside and then over it: a killed program leaves the old file or the new one.
  private static void write(Path file, String text) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(beside);
      Files.createFile(beside, permissions("rw-------"));
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  private static EmbeddedRedisUnavailable unusable(Path file, IOException failed) {
    return new EmbeddedRedisUnavailable(
        "The data directory cannot be used (" + file + ": " + failed.getMessage() + ").");
  }

  private static FileAttribute<?> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
