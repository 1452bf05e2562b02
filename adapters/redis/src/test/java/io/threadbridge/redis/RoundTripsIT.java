package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ANNA;
import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.Handled;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.VisitorEvent;
import io.threadbridge.bridge.port.About;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What one event of a conversation costs, as Redis itself counts it: one script that loads and one
/// that saves.
@ExtendWith(TestRedis.Embedded.class)
final class RoundTripsIT {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock(NOON);
  private final RedisConnections shared;

  @TempDir private Path directory;

  RoundTripsIT(RedisConnections redis) {
    this.shared = redis;
  }

  @Test
  void whatPeopleSayIsOneLoadAndOneSave() {
    ConversationHandler handler = begun(shared);

    assertCosts(2, 2, () -> visitorWrites(handler, "one more thing"));
    assertCosts(2, 2, () -> staffWrites(handler, "post-1"));
  }

  @Test
  void aWakeUpIsOneLoadAndOneSaveWhetherAnythingIsDueOrNot() {
    ConversationHandler handler = begun(shared);
    WakeStep wakeStep = new WakeStep(handler, (_, _) -> SiteFacts.OPEN, clock);

    assertCosts(2, 2, () -> wakeStep.run(ID));
    clock.advance(Duration.ofMinutes(2));
    assertCosts(2, 2, () -> wakeStep.run(ID));
  }

  @Test
  void anEventThatComesTwiceIsNoMoreThanThat() {
    ConversationHandler handler = begun(shared);
    assertCosts(2, 2, () -> staffWrites(handler, "post-1"));

    assertCosts(2, 2, () -> staffWrites(handler, "post-1"));
  }

  @Test
  void anEventOfWhichNothingComesIsOneLoad() {
    ConversationHandler handler = begun(shared);

    assertCosts(1, 1, () -> handle(handler, "late", new VisitorEvent.Saw(clock.instant(), 0)));
  }

  @Test
  void withAReplicaTheSaveIsConfirmedOnce() throws IOException {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory)) {
      ReplicaProcess replica = ReplicaProcess.start(master, directory);
      try (RedisConnections redis = RedisConnections.open(master.url())) {
        ReplicaProcess.awaitOnline(redis);
        ConversationHandler handler = begun(redis);

        Spent before = Spent.soFar(redis);
        Handled _ = visitorWrites(handler, "one more thing");
        Spent spent = Spent.soFar(redis).since(before);
        assertThat(spent.scripts()).isEqualTo(2);
        assertThat(spent.fences()).isEqualTo(1);
        assertThat(spent.waits()).isEqualTo(1);
      } finally {
        replica.close();
      }
    }
  }

  private void assertCosts(long roundTrips, long scripts, Supplier<Handled> step) {
    Spent before = Spent.soFar(shared);
    Handled _ = step.get();
    assertThat(Spent.soFar(shared).since(before)).isEqualTo(new Spent(roundTrips, scripts, 0, 0));
  }

  /// A handler over this Redis, which has handled a first message: Redis knows the scripts, and how
  /// many replicas it has was looked up.
  private ConversationHandler begun(RedisConnections redis) {
    RedisConversationStore store = new RedisConversationStore(redis);
    store.create(Given.notStarted(ID), NOON.plus(Duration.ofDays(1)));
    Nobody nobody = new Nobody();
    ConversationHandler handler =
        new ConversationHandler(store, new SaveWriter(nobody, nobody), nobody, nobody, clock);
    assertThat(visitorWrites(handler, "where is my parcel")).isInstanceOf(Handled.Moved.class);
    return handler;
  }

  private Handled visitorWrites(ConversationHandler handler, String text) {
    clock.advance(SOON);
    return handle(handler, text, new VisitorEvent.Wrote(clock.instant(), text, text));
  }

  private static Handled handle(ConversationHandler handler, String id, VisitorEvent event) {
    return handler.handle(ID, new EventId(id), event);
  }

  private Handled staffWrites(ConversationHandler handler, String post) {
    clock.advance(SOON);
    return handler.handle(
        ID,
        new EventId(post),
        new About.Nothing(),
        loaded ->
            new StaffEvent.Wrote(
                clock.instant(), ANNA, new PostRef(post), "It is here.", 0, loaded.facts()),
        Optional.empty());
  }
}
