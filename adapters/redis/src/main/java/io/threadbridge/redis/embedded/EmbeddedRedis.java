package io.threadbridge.redis.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// A Redis of our own on loopback: every acknowledged write is on the disk, and its process
/// outlives a killed program. If it dies itself, it is started again on its port.
///
/// One program has a data directory at a time: its lock lasts as long as the program. Whoever comes
/// next adopts a Redis that is still alive there, known by our port and password, so there are
/// never two on one directory.
public final class EmbeddedRedis implements AutoCloseable {
  /// How long reading its file may take, after a start or in one that is adopted.
  private static final Duration START_MAX = Duration.ofSeconds(60);

  /// How long an orderly end may take.
  private static final Duration STOP_MAX = Duration.ofSeconds(10);

  /// How long it may take until it has its port; somebody else may have been faster.
  private static final Duration PORT_MAX = Duration.ofSeconds(10);

  private static final int PORTS_TRIED_MAX = 3;

  private final RedisDirectory directory;
  private final FileChannel lock;
  private final int port;
  private final String password;
  private final boolean adopted;
  private final RedisKeeper keeper;

  private EmbeddedRedis(RedisDirectory directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
    this.password = directory.password();
    Optional<Integer> living = livingPort(directory, password);
    this.adopted = living.isPresent();
    this.port = living.orElseGet(() -> startNew(directory, password));
    this.keeper = new RedisKeeper(directory, () -> startAgain(directory, port, password));
  }

  /// Starts the Redis of this directory, or adopts the one that lives there. Throws
  /// [EmbeddedRedisUnavailable] where the program does not run, and where another one has the
  /// directory.
  public static EmbeddedRedis start(Path dataDirectory) {
    RedisBinary.requireShipped();
    RedisDirectory directory = RedisDirectory.open(dataDirectory);
    FileChannel lock = lock(directory.lockFile());
    try {
      return new EmbeddedRedis(directory, lock);
    } catch (RuntimeException failed) {
      closeQuietly(lock);
      throw failed;
    }
  }

  /// Its address with the password: not for logs.
  public String url() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  /// The port of 127.0.0.1 that it listens on.
  public int port() {
    return port;
  }

  /// The process id of the Redis.
  public long pid() {
    return directory
        .pid()
        .orElseThrow(() -> RedisBinary.doesNotRun("has left no process id in " + directory));
  }

  /// Whether it was alive already, left behind by a program that was killed.
  public boolean wasAdopted() {
    return adopted;
  }

  /// Ends the Redis and frees the directory; what was acknowledged is on the disk.
  @Override
  public void close() {
    keeper.close();
    Optional<ProcessHandle> process = directory.pid().flatMap(ProcessHandle::of);
    new RedisProbe(port, password).shutdown();
    process.ifPresent(living -> RedisProbe.waitUntil(() -> !living.isAlive(), STOP_MAX));
    closeQuietly(lock);
  }

  private static Optional<Integer> livingPort(RedisDirectory directory, String password) {
    Optional<Integer> known = directory.port();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    RedisProbe probe = new RedisProbe(known.get(), password);
    if (probe.isReady()) {
      return known;
    }
    if (!directory.isRedisAlive()) {
      return Optional.empty();
    }
    if (RedisProbe.waitUntil(() -> probe.isReady() || !directory.isRedisAlive(), START_MAX)) {
      return directory.isRedisAlive() ? known : Optional.empty();
    }
    throw silent(directory);
  }

  /// Never a second one beside it: both would write the same file.
  private static EmbeddedRedisUnavailable silent(RedisDirectory directory) {
    return new EmbeddedRedisUnavailable(
        "The Redis in "
            + directory
            + " is alive but does not answer. End its process, whose id is in redis.pid there,"
            + " and start again.");
  }

  private static int startNew(RedisDirectory directory, String password) {
    Path program = RedisBinary.extractInto(directory.path());
    for (int attempt = 0; attempt < PORTS_TRIED_MAX; attempt++) {
      int port = FreePort.find();
      if (startOn(port, program, directory, password)) {
        return port;
      }
      if (directory.isRedisAlive()) {
        throw silent(directory);
      }
    }
    throw RedisBinary.doesNotRun("did not start; its words are in " + directory.logFile());
  }

  /// On the port that everybody knows: whoever is connected finds it there again.
  private static void startAgain(RedisDirectory directory, int port, String password) {
    boolean _ = startOn(port, RedisBinary.extractInto(directory.path()), directory, password);
  }

  private static boolean startOn(
      int port, Path program, RedisDirectory directory, String password) {
    launch(program, directory.prepare(port, password), directory);
    return hasCome(directory, new RedisProbe(port, password));
  }

  /// It writes its process id once it has its port, and answers once it has read its file.
  private static boolean hasCome(RedisDirectory directory, RedisProbe probe) {
    return RedisProbe.waitUntil(directory::hasPid, PORT_MAX)
        && RedisProbe.waitUntil(() -> probe.isReady() || directory.hasGivenUp(), START_MAX)
        && probe.isReady();
  }

  /// It goes into the background at once, into a session of its own: neither a killed program nor a
  /// Ctrl-C at the terminal takes it along.
  private static void launch(Path program, Path settings, RedisDirectory directory) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), settings.toString())
              .directory(directory.path().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.logFile().toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw RedisBinary.doesNotRun("does not run here; its words are in " + directory.logFile());
      }
    } catch (IOException failed) {
      throw RedisBinary.doesNotRun("does not run here (" + failed.getMessage() + ")");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw RedisBinary.doesNotRun("was interrupted while it started");
    }
  }

  private static FileChannel lock(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return channel;
        }
      } catch (OverlappingFileLockException _) {
        // This program has it already: the same as somebody else.
      }
      channel.close();
    } catch (IOException failed) {
      throw new EmbeddedRedisUnavailable(
          "The data directory cannot be locked (" + file + ": " + failed.getMessage() + ").");
    }
    throw new EmbeddedRedisUnavailable(
        "Another Threadbridge uses the data directory "
            + file.getParent()
            + ". End it, or set data-dir to another directory, or redis.url to a shared Redis.");
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // The lock goes with the program at the latest.
    }
  }
}
