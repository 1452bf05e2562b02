package io.threadbridge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.KillArgs;
import io.lettuce.core.cluster.SlotHash;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import io.threadbridge.redis.embedded.RedisClusterProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Redis dies in the middle, with steps that its replica never got, and the replica takes its
/// place: what was counted is still what the journals say.
final class CountingFailoverIT {
  private static final int EVENTS = 200;
  private static final int OWED = 40;
  private static final int LOST = 3;

  /// However long the counting takes on a busy machine, the master dies before it is believed to
  /// have no replica any more.
  private static final ReplicaFence.Belief FIRM =
      new ReplicaFence.Belief(Duration.ofSeconds(1), Duration.ofMinutes(10));

  @TempDir private Path directory;

  /// What a master has sent to a frozen replica waits in its socket; what it sends from now on is
  /// lost with the master. Replicas that are awake come back at once.
  private static void cutOff(RedisConnections redis) {
    redis.nodes().forEach(node -> Replies.await(node.clientKill(KillArgs.Builder.typeSlave())));
  }

  @Test
  void aFailoverOfTheOnlyRedisChangesNoFigure() throws IOException {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory);
        ReplicaProcess replica = ReplicaProcess.start(master, directory);
        LossyProxy proxy = LossyProxy.before(master.port());
        RedisConnections redis =
            RedisConnections.open(
                master.url().replace(":" + master.port(), ":" + proxy.port()), FIRM)) {
      ReplicaProcess.awaitOnline(redis);
      CountingRun run = new CountingRun(redis, 1);
      run.live(EVENTS);
      run.happen(OWED);

      Signals.freeze(replica.pid());
      cutOff(redis);
      run.count();
      run.happen(LOST);
      Signals.kill(master.pid());
      Signals.thaw(replica.pid());
      replica.promote();
      proxy.leadTo(replica.port());

      run.run(EVENTS);
      assertThat(new Counted(redis).assertAgree().total().of(Kind.BEGUN)).isGreaterThan(30);
    }
  }

  /// The figures of a site lie on one node, and what is owed to them on all: a number that was
  /// acknowledged and lost there would be missed for ever.
  @Test
  void aFailoverOfTheNodeWithTheFiguresChangesNone() {
    int node = RedisClusterProcess.masterOf(SlotHash.getSlot(Counted.key()));
    try (RedisClusterProcess cluster = RedisClusterProcess.startWithReplicas(directory);
        RedisConnections redis = RedisConnections.open(cluster.url(), FIRM)) {
      List<Long> pids = cluster.pids();
      long replica = pids.get(node + pids.size() / 2);
      CountingRun run = new CountingRun(redis, 2);
      run.live(EVENTS);
      run.happen(OWED);

      Signals.freeze(replica);
      cutOff(redis);
      run.count();
      run.happen(LOST);
      Signals.kill(pids.get(node));
      Signals.thaw(replica);

      run.run(EVENTS);
      assertThat(new Counted(redis).assertAgree().total().of(Kind.BEGUN)).isGreaterThan(30);
    }
  }
}
