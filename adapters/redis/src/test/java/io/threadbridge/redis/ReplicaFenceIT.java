package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static io.threadbridge.redis.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.api.StatefulRedisConnection;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step that no replica has is not acknowledged.
final class ReplicaFenceIT {
  @TempDir private Path directory;

  @Test
  void aStepThatNoReplicaConfirmsIsRefusedAndHarmlessToRepeat() throws IOException {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory)) {
      ReplicaProcess replica = ReplicaProcess.start(master, directory);
      try (RedisConnections redis = RedisConnections.open(master.url())) {
        ReplicaProcess.awaitOnline(redis);
        RedisConversationStore store = new RedisConversationStore(redis);
        store.create(Given.notStarted(ID), NOON.plus(Duration.ofDays(1)));
        assertThat(store.save(step(1, "a").save())).isEqualTo(Saved.DONE);

        Signals.freeze(replica.pid());
        assertThatThrownBy(() -> store.save(step(2, "b").save()))
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContaining("replica");
        Signals.thaw(replica.pid());

        assertThat(store.save(step(2, "b").save())).isEqualTo(Saved.ALREADY_HANDLED);
      } finally {
        replica.close();
      }
    }
  }

  @Test
  void aNodeThatHasJustLostItsReplicaConfirmsNothing() throws IOException {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory);
        RedisConnections redis = RedisConnections.open(master.url())) {
      ReplicaFence firm = fence(redis, Duration.ofMinutes(10));
      ReplicaFence forgetful = fence(redis, Duration.ZERO);
      ReplicaProcess replica = ReplicaProcess.start(master, directory);
      try {
        ReplicaProcess.awaitOnline(redis);
        firm.confirm("key");
        forgetful.confirm("key");
      } finally {
        replica.close();
      }
      awaitNoReplica(redis);

      assertThatThrownBy(() -> firm.confirm("key"))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("replica");
      forgetful.confirm("key");
      fence(redis, Duration.ofMinutes(10)).confirm("key");
    }
  }

  private static ReplicaFence fence(RedisConnections redis, Duration missedFor) {
    StatefulRedisConnection<String, String> line = redis.subscriber();
    return new ReplicaFence(() -> line, new ReplicaFence.Belief(Duration.ZERO, missedFor));
  }

  private static void awaitNoReplica(RedisConnections redis) {
    Eventually.yes(
        () -> Replies.await(redis.commands().info("replication")).contains("connected_slaves:0"));
  }

  @Test
  void manyStepsShareAFewWaits() throws Exception {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory)) {
      ReplicaProcess replica = ReplicaProcess.start(master, directory);
      try (RedisConnections redis = RedisConnections.open(master.url());
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        ReplicaProcess.awaitOnline(redis);
        RedisVisitorTokens tokens = new RedisVisitorTokens(redis);
        List<Callable<String>> steps =
            IntStream.range(0, 500)
                .<Callable<String>>mapToObj(_ -> () -> tokens.issue(ID, NOON))
                .toList();
        for (Future<String> issued : threads.invokeAll(steps)) {
          assertThat(issued.get()).isNotEmpty();
        }

        assertThat(waits(redis)).isBetween(1, 400);
      } finally {
        replica.close();
      }
    }
  }

  private static int waits(RedisConnections redis) {
    return Replies.await(redis.commands().info("commandstats"))
        .lines()
        .filter(line -> line.startsWith("cmdstat_wait:calls="))
        .map(line -> line.substring("cmdstat_wait:calls=".length(), line.indexOf(',')))
        .mapToInt(Integer::parseInt)
        .sum();
  }
}
