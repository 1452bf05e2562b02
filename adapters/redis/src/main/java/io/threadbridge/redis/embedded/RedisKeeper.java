package io.threadbridge.redis.embedded;

import java.time.Duration;

/// Notices that the Redis of a directory has ended without being told to, such as by the system's
/// want of memory, and has it started again. One that is only frozen or busy is left alone.
final class RedisKeeper implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration STOP_MAX = Duration.ofSeconds(5);

  private final RedisDirectory directory;
  private final Runnable startAgain;
  private final Thread thread = Thread.ofVirtual().name("redis-keeper").unstarted(this::keep);

  /// Begins to look.
  RedisKeeper(RedisDirectory directory, Runnable startAgain) {
    this.directory = directory;
    this.startAgain = startAgain;
    thread.start();
  }

  private void keep() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_EVERY);
        if (!directory.isRedisAlive()) {
          tryToStart();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryToStart() {
    try {
      startAgain.run();
    } catch (EmbeddedRedisUnavailable notNow) {
      // The next look tries again; meanwhile every call says that the store is away.
    }
  }

  /// Looks no more: what ends from now on stays ended.
  @Override
  public void close() {
    thread.interrupt();
    try {
      boolean _ = thread.join(STOP_MAX);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
