package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static io.threadbridge.redis.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens when Redis does not answer, answers late, or dies: nothing acknowledged is lost,
/// and nothing is done twice.
final class RedisFaultsIT {
  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir private Path directory;

  private static Save words(int number) {
    return step(number, "say:" + number)
        .append(Given.words(number))
        .owe(new Effect.Relay(1))
        .save();
  }

  private static void create(RedisConversationStore store) {
    store.create(Given.notStarted(ID), NOON.plus(Duration.ofDays(1)));
  }

  private static void assertRefusedSoon(ThrowingCallable call) {
    long begin = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(StoreUnavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
  }

  /// The outcome of the first try that Redis answers.
  private static Saved savedAgain(RedisConversationStore store, Save save) {
    AtomicReference<Optional<Saved>> answer = new AtomicReference<>(Optional.empty());
    Eventually.yes(
        () -> {
          try {
            answer.set(Optional.of(store.save(save)));
            return true;
          } catch (StoreUnavailable _) {
            return false;
          }
        });
    return answer.get().orElseThrow();
  }

  private static void assertSavedOnce(RedisConnections redis, int messages) {
    RedisConversationStore store = new RedisConversationStore(redis);
    assertThat(store.transcript(ID, 0, 2_000)).hasSize(messages);
    assertThat(store.load(ID, new About.Nothing(), NOON).orElseThrow().version())
        .isEqualTo(messages + 1);
    assertThat(new RedisOutbox(redis).claim(ID, Lane.DESK, NOON).orElseThrow().owed())
        .hasSize(messages);
  }

  @Test
  void aStepWhoseReplyWasLostIsDoneOnce() {
    try (EmbeddedRedis process = EmbeddedRedis.start(directory);
        LossyProxy proxy = LossyProxy.before(process.port());
        RedisConnections redis =
            RedisConnections.open(
                process.url().replace(":" + process.port(), ":" + proxy.port()))) {
      RedisConversationStore store = new RedisConversationStore(redis);
      create(store);
      for (int number = 1; number <= 5; number++) {
        int next = number;
        proxy.loseNextReply();
        assertRefusedSoon(() -> store.save(words(next)));
        assertThat(proxy.hasLostAll()).isTrue();

        // The first reply that was lost said that Redis does not know the script yet.
        assertThat(savedAgain(store, words(number)))
            .isEqualTo(number == 1 ? Saved.DONE : Saved.ALREADY_HANDLED);
        // Else the next reply that is lost could be one of the connection that is made anew.
        Eventually.yes(((SingleConnections) redis)::areAllOpen);
      }
      assertSavedOnce(redis, 5);
    }
  }

  @Test
  void aStoppedRedisIsNoticedAtOnceAndAFrozenOneWithinTwoSeconds() {
    EmbeddedRedis process = EmbeddedRedis.start(directory);
    try (RedisConnections redis = RedisConnections.open(process.url())) {
      RedisConversationStore store = new RedisConversationStore(redis);
      create(store);
      Signals.freeze(process.pid());
      assertRefusedSoon(() -> store.save(words(1)));
      assertRefusedSoon(() -> store.load(ID, new About.Nothing(), NOON));
      assertRefusedSoon(() -> store.transcript(ID, 0, 10));
      Signals.thaw(process.pid());
      assertThat(savedAgain(store, words(1))).isIn(Saved.ALREADY_HANDLED, Saved.DONE);
      assertSavedOnce(redis, 1);

      process.close();
      assertRefusedSoon(() -> store.save(words(2)));
      assertRefusedSoon(() -> new RedisWakeUps(redis).claimDue(NOON, 10));
      assertRefusedSoon(() -> RedisConnections.open(process.url()).close());
      new VisitorNudgeBus(redis).publish("instance", ID);
    }
  }

  @Test
  void aKilledRedisHasEverythingThatItAcknowledged() {
    EmbeddedRedis killed = EmbeddedRedis.start(directory);
    try (RedisConnections redis = RedisConnections.open(killed.url())) {
      RedisConversationStore store = new RedisConversationStore(redis);
      create(store);
      IntStream.rangeClosed(1, 100)
          .forEach(number -> assertThat(store.save(words(number))).isEqualTo(Saved.DONE));
      Signals.kill(killed.pid());
    }
    killed.close();

    try (EmbeddedRedis again = EmbeddedRedis.start(directory);
        RedisConnections redis = RedisConnections.open(again.url())) {
      assertThat(again.wasAdopted()).isFalse();
      assertSavedOnce(redis, 100);
    }
  }

  @Test
  void theClockGoesOnWhileRedisIsAway() {
    EmbeddedRedis process = EmbeddedRedis.start(directory);
    try (RedisConnections redis = RedisConnections.open(process.url());
        RedisClock clock = new RedisClock(redis)) {
      process.close();
      assertThatThrownBy(clock::measure).isInstanceOf(StoreUnavailable.class);

      assertThat(clock.instant()).isBeforeOrEqualTo(clock.instant());
    }
  }
}
