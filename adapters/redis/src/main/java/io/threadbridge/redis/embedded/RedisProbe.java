package io.threadbridge.redis.embedded;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Asks a Redis of ours on this machine, one connection per question.
final class RedisProbe {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(1);
  private static final Duration ASK_EVERY = Duration.ofMillis(20);

  private final RedisURI address;

  RedisProbe(int port, String password) {
    RedisURI.Builder builder =
        RedisURI.builder().withHost("127.0.0.1").withPort(port).withTimeout(ANSWER_MAX);
    if (!password.isEmpty()) {
      builder.withPassword(password.toCharArray());
    }
    this.address = builder.build();
  }

  /// Whether one with our password answers, and is not still reading its file.
  boolean isReady() {
    try {
      return "PONG".equals(ask(RedisCommands::ping));
    } catch (RedisException notYet) {
      return false;
    }
  }

  /// Asks it to end; it has written everything that it acknowledged.
  void shutdown() {
    try {
      ask(
          commands -> {
            commands.shutdown(false);
            return "";
          });
    } catch (RedisException _) {
      // It answers by going, or has gone already.
    }
  }

  <T> T ask(Function<RedisCommands<String, String>, T> question) {
    RedisClient client = RedisClient.create(address);
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return question.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, ANSWER_MAX);
    }
  }

  /// Asks until the answer is yes; false if that takes longer than `most`.
  static boolean waitUntil(BooleanSupplier yes, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!yes.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ASK_EVERY.toMillis()));
    }
    return true;
  }
}
