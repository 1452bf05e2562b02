package io.threadbridge.redis;

import io.lettuce.core.RedisException;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits for what Redis answers; whatever goes wrong becomes [StoreUnavailable].
final class Replies {
  /// The client gives each command up after [RedisOptions#COMMAND_TIMEOUT]; this is for a client
  /// that does not.
  private static final Duration WAIT_MAX = RedisOptions.COMMAND_TIMEOUT.plusMillis(800);

  private Replies() {}

  static <T> T await(CompletionStage<T> reply) {
    CompletableFuture<T> future = reply.toCompletableFuture();
    try {
      return future.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while Redis was asked", interrupted);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new StoreUnavailable("Redis: " + cause.getMessage(), cause);
    } catch (TimeoutException | CancellationException late) {
      throw new StoreUnavailable("Redis did not answer in time", late);
    }
  }

  /// All of one pipelined round, in order.
  static <T> List<T> awaitAll(List<? extends CompletionStage<T>> replies) {
    return replies.stream().map(reply -> await(reply)).toList();
  }

  /// For calls of the client that fail at once, before there is a reply.
  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (RedisException failed) {
      throw new StoreUnavailable("Redis: " + failed.getMessage(), failed);
    }
  }
}
