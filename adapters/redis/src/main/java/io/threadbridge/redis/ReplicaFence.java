package io.threadbridge.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Waits until a replica of one node has everything that was written there before. `WAIT` counts
/// only what its own connection wrote, so a tiny write goes before it: whoever comes while one
/// `WAIT` runs shares the next one.
///
/// Without replicas nothing is awaited; whether there are any is asked every [#LOOK_EVERY]. In
/// between, a node that loses its last replica confirms nothing, and its steps are refused.
final class ReplicaFence {
  /// How long a replica may take. Measured: a healthy one takes about a millisecond.
  static final Duration CONFIRM_MAX = Duration.ofMillis(200);

  /// How long the number of replicas is believed.
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private static final Pattern REPLICAS = Pattern.compile("connected_slaves:(\\d+)");
  private static final long FENCE_LIVES_MS = 1_000;

  private final Supplier<StatefulRedisConnection<String, String>> node;
  private final ReentrantLock waiting = new ReentrantLock();
  private final AtomicLong arrivals = new AtomicLong();

  /// Guarded by `waiting`: up to which arrival the last round was asked for, and how it ended.
  private long covered;

  private boolean confirmed;
  private boolean looked;
  private long lookedAt;
  private boolean hasReplicas;

  /// A fence on the node that this connection leads to.
  ReplicaFence(Supplier<StatefulRedisConnection<String, String>> node) {
    this.node = node;
  }

  /// Waits for what has been written in the slot of `key` so far; throws [StoreUnavailable] if no
  /// replica confirms it in time.
  void confirm(String key) {
    long arrival = arrivals.incrementAndGet();
    waiting.lock();
    try {
      if (covered < arrival) {
        covered = arrivals.get();
        confirmed = false;
        confirmed = !replicas() || replicated(key);
      }
      if (!confirmed) {
        throw new StoreUnavailable("no replica of Redis has confirmed the step");
      }
    } finally {
      waiting.unlock();
    }
  }

  private boolean replicas() {
    long now = System.nanoTime();
    if (!looked || now - lookedAt > LOOK_EVERY.toNanos()) {
      String info = Replies.await(commands().info("replication"));
      Matcher matcher = REPLICAS.matcher(info);
      hasReplicas = matcher.find() && Integer.parseInt(matcher.group(1)) > 0;
      lookedAt = now;
      looked = true;
    }
    return hasReplicas;
  }

  private boolean replicated(String key) {
    RedisAsyncCommands<String, String> commands = commands();
    CompletionStage<String> written = commands.psetex(RedisKeys.fence(key), FENCE_LIVES_MS, "");
    CompletionStage<Long> waited = commands.waitForReplication(1, CONFIRM_MAX.toMillis());
    Replies.await(written);
    return Replies.await(waited) >= 1;
  }

  private RedisAsyncCommands<String, String> commands() {
    return Replies.call(() -> node.get().async());
  }
}
