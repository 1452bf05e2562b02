package io.threadbridge.redis;

import static io.threadbridge.redis.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.redis.embedded.RedisClusterProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cluster of which one node hangs answers for nothing on it, soon, and comes back by itself.
final class ClusterFaultsIT {
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  @TempDir private Path directory;

  @Test
  void aHangingNodeIsNoticedWithinTwoSecondsAndItsReturnToo() {
    List<ConversationId> ids =
        IntStream.range(0, 100).mapToObj(n -> new ConversationId("c-" + n)).toList();
    try (RedisClusterProcess cluster = RedisClusterProcess.start(directory);
        RedisConnections redis = RedisConnections.open(cluster.url())) {
      RedisConversationStore store = new RedisConversationStore(redis);
      ids.forEach(id -> store.create(Given.notStarted(id), TOMORROW));

      Signals.freeze(cluster.pids().getLast());
      ConversationId there =
          ids.stream().filter(id -> !answers(store, id)).findFirst().orElseThrow();
      long begin = System.nanoTime();
      assertThatThrownBy(() -> store.load(there, new About.Nothing(), NOON))
          .isInstanceOf(StoreUnavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));

      Signals.thaw(cluster.pids().getLast());
      Eventually.yes(() -> ids.stream().allMatch(id -> answers(store, id)));
      for (ConversationId id : ids) {
        Given.Step step = new Given.Step(1, "a", Given.waiting(id, NOON), NOON);
        assertThat(store.save(step.save())).isEqualTo(Saved.DONE);
      }
    }
  }

  private static boolean answers(RedisConversationStore store, ConversationId id) {
    try {
      return store.load(id, new About.Nothing(), NOON).isPresent();
    } catch (StoreUnavailable _) {
      return false;
    }
  }

  @Test
  void aClusterIsNoticedBehindTheAddressOfOneNode() {
    try (RedisClusterProcess cluster = RedisClusterProcess.start(directory);
        RedisConnections redis = RedisConnections.open(cluster.urlOfOneNode())) {
      assertThat(redis).isInstanceOf(ClusterConnections.class);
      new RedisConversationStore(redis).create(Given.notStarted(Given.ID), TOMORROW);
    }
  }
}
