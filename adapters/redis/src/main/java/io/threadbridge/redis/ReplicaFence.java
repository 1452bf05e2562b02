package io.threadbridge.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
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
/// Without replicas nothing is awaited. A node that loses its last replica is held to have one for
/// a while longer: it confirms nothing, and its steps are refused. So one that is cut off from its
/// replica and dies soon after has acknowledged nothing that the replica lacks.
final class ReplicaFence {
  /// How long a replica may take. Measured: a healthy one takes about a millisecond.
  static final Duration CONFIRM_MAX = Duration.ofMillis(200);

  /// How long replicas are believed to be there, or not.
  ///
  /// @param lookEvery how often a node is asked for them
  /// @param missedFor how long since they were last seen; one that starts anew or whose line broke
  ///     tries each second to come back, and without it nothing is served for so long
  record Belief(Duration lookEvery, Duration missedFor) {
    static final Belief USUAL = new Belief(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static final Pattern REPLICAS = Pattern.compile("connected_slaves:(\\d+)");

  /// Another one after a failover: what was seen of the former master says nothing of the new one.
  private static final Pattern HISTORY = Pattern.compile("master_replid:(\\w+)");

  private static final long FENCE_LIVES_MS = 1_000;

  private final Supplier<StatefulRedisConnection<String, String>> node;
  private final Belief belief;
  private final ReentrantLock waiting = new ReentrantLock();
  private final AtomicLong arrivals = new AtomicLong();

  /// Guarded by `waiting`: up to which arrival the last round was asked for, and how it ended.
  private long covered;

  private boolean confirmed;
  private boolean looked;
  private long lookedAt;
  private boolean hasReplicas;
  private long seenAt;
  private String seenIn = "";

  /// A fence on the node that this connection leads to.
  ReplicaFence(Supplier<StatefulRedisConnection<String, String>> node, Belief belief) {
    this.node = node;
    this.belief = belief;
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
    if (!looked || now - lookedAt > belief.lookEvery().toNanos()) {
      hasReplicas = look(now);
      lookedAt = now;
      looked = true;
    }
    return hasReplicas;
  }

  private boolean look(long now) {
    String info = Replies.await(commands().info("replication"));
    String history = found(HISTORY, info).orElse("?");
    if (found(REPLICAS, info).filter(count -> !count.equals("0")).isPresent()) {
      seenAt = now;
      seenIn = history;
    }
    return history.equals(seenIn) && now - seenAt <= belief.missedFor().toNanos();
  }

  private static Optional<String> found(Pattern what, String info) {
    Matcher matcher = what.matcher(info);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
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
