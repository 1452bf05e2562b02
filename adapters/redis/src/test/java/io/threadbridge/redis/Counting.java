package io.threadbridge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is counted is what the journals say and what a warehouse adds up, whoever dies meanwhile;
/// on either kind of Redis.
abstract class Counting {
  private static final int EVENTS = 600;

  private final RedisConnections redis;

  Counting(RedisConnections redis) {
    this.redis = redis;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyFigureIsWhatTheJournalsSay(long seed) {
    CountingRun run = new CountingRun(redis, seed);
    run.run(EVENTS);

    Figures counted = new Counted(redis).assertAgree();
    assertThat(counted).isEqualTo(Counted.summed(run.warehouse().kept()));
    assertThat(run.warehouse().repeats()).isPositive();
    assertThat(counted.total().of(Kind.BEGUN)).isGreaterThan(30);
    assertThat(counted.total().of(Kind.ENDED_ERASED)).isPositive();
    assertThat(counted.people()).containsOnlyKeys("slack:U1", "slack:U2");
  }

  @Test
  void everyJournalIsReadOnce() {
    new CountingRun(redis, 4).run(200);

    Map<ConversationId, Integer> times = new HashMap<>();
    new RedisJournals(redis).forEach((id, _) -> times.merge(id, 1, Integer::sum));
    assertThat(times).hasSizeGreaterThan(30);
    assertThat(times.values()).containsOnly(1);
  }
}
