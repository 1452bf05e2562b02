package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A conversation is kept as long as it was promised, and not after it was erased.
public interface ForgettingContract extends ConversationKeeper {
  @Test
  default void aConversationInWhichNothingIsSaidIsForgottenAtItsMoment() {
    Instant end = NOON.plus(Duration.ofDays(1));
    create(ID);

    assertThat(store().load(ID, new About.Nothing(), end.minus(MILLISECOND))).isPresent();
    assertThat(store().load(ID, new About.Nothing(), end)).isEmpty();
    assertThat(store().save(saving(1, "late", Samples.closed(ID, 0, end), end).build()))
        .isEqualTo(Saved.GONE);
  }

  @Test
  default void anOpenConversationIsKeptForGood() {
    begin(ID);

    assertThat(loaded(ID, NOON.plus(Duration.ofDays(3_650))).version()).isEqualTo(2);
  }

  @Test
  default void aClosedConversationIsForgottenAtItsMomentWithAllThatIsOwed() {
    begin(ID, new Effect.OpenThread());
    Instant end = NOON.plus(Duration.ofDays(30));
    store().save(saving(2, "close", Samples.closed(ID, 1, NOON), NOON).expiringAt(end).build());

    assertThat(store().load(ID, new About.Nothing(), end.minus(MILLISECOND))).isPresent();
    assertThat(owed(ID, Lane.DESK, end.minus(MILLISECOND))).isNotEmpty();
    assertThat(store().load(ID, new About.Nothing(), end)).isEmpty();
    assertThat(outbox().claim(ID, Lane.DESK, end)).isEmpty();
    assertThat(store().save(saving(3, "late", Samples.closed(ID, 1, end), end).build()))
        .isEqualTo(Saved.GONE);
  }

  @Test
  default void aReopenedConversationIsKeptForGoodAgain() {
    begin(ID);
    Instant end = NOON.plus(Duration.ofDays(30));
    store().save(saving(2, "close", Samples.closed(ID, 1, NOON), NOON).expiringAt(end).build());
    Instant soon = NOON.plusSeconds(60);
    store()
        .save(
            saving(3, "reopen", Samples.waiting(ID, 1, soon, soon.plusSeconds(10)), soon).build());

    assertThat(loaded(ID, end).version()).isEqualTo(4);
    assertThat(transcript(ID)).hasSize(1);
  }

  @Test
  default void ofAnErasedConversationOnlyTheStoneIsLeft() {
    beginWithEverything();
    erase();

    Loaded stone = store().load(ID, new About.Seq(1), NOON).orElseThrow();
    assertThat(stone.conversation()).isEqualTo(new Conversation.Erased(ID, NOON));
    assertThat(stone.about()).isEmpty();
    assertThat(stone.facts().connected()).isFalse();
    assertThat(stone.facts().suspensions()).isEmpty();
    assertThat(transcript(ID)).isEmpty();
    assertThat(posts().postHolding(ID, 1)).isEmpty();
    assertThat(
            store()
                .load(ID, new About.Post(Samples.DESK, new PostRef("1.2")), NOON)
                .orElseThrow()
                .about())
        .isEmpty();
    assertThat(presence().instances(ID, NOON)).isEmpty();
    assertThat(wakeUps().claimDue(NOON.plusSeconds(600), 10).conversations()).isEmpty();
  }

  @Test
  default void theStoneRefusesWhatStillComes() {
    beginWithEverything();
    erase();
    Conversation next = Samples.waiting(ID, 2, NOON, NOON.plusSeconds(5));

    for (long version : List.of(3L, 4L)) {
      assertThat(
              store()
                  .save(
                      saving(version, "late", next, NOON)
                          .appending(Samples.visitorMessage(2, "Late"))
                          .owing(new Effect.Relay(2))
                          .build()))
          .isEqualTo(Saved.GONE);
    }
    create(ID);
    assertThat(loaded(ID, NOON).conversation()).isInstanceOf(Conversation.Erased.class);
    assertThat(transcript(ID)).isEmpty();
    assertThat(outbox().claim(ID, Lane.DESK, NOON)).isEmpty();
  }

  @Test
  default void nothingOfAnErasedConversationIsSentAnyMore() {
    beginWithEverything();
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    erase();
    String head = claimed.owed().getFirst().id();

    assertThat(outbox().seal(claimed, new SealedBatch("batch-1", head, NOON), NOON)).isFalse();
    assertThat(outbox().renew(claimed, NOON)).isFalse();
    outbox().release(claimed, NOON);
    assertThat(outbox().claim(ID, Lane.DESK, NOON.plusSeconds(60))).isEmpty();
    assertThat(outbox().ready(NOON.plusSeconds(60), Duration.ofSeconds(1), 10)).isEmpty();
  }

  @Test
  default void whatTheFiguresAreOwedOfAnErasedConversationIsCountedAllTheSame() {
    outlivesErasing(
        Lane.FIGURES,
        new Effect.Count(noted(Kind.BEGUN)),
        new Effect.Count(noted(Kind.ENDED_ERASED)));
  }

  @Test
  default void whatAWarehouseIsOwedOfAnErasedConversationIsToldAllTheSame() {
    outlivesErasing(
        Lane.EVENTS,
        new Effect.Publish(noted(Kind.BEGUN)),
        new Effect.Publish(noted(Kind.ENDED_ERASED)));
  }

  private void outlivesErasing(Lane lane, Effect begun, Effect ended) {
    begin(ID, new Effect.OpenThread(), begun);
    Claimed before = claimed(ID, lane, NOON);
    Conversation erased = new Conversation.Erased(ID, NOON);
    assertThat(store().save(saving(2, "erase", erased, NOON).owing(ended).build()))
        .isEqualTo(Saved.DONE);

    settled(before);
    outbox().release(before, NOON);
    assertThat(owed(ID, Lane.DESK, NOON)).isEmpty();
    assertThat(outbox().ready(NOON, Duration.ofSeconds(1), 10))
        .containsExactly(new Outbox.Ready(ID, lane));
    Claimed after = claimed(ID, lane, NOON);
    assertThat(after.owed()).extracting(OwedEffect::effect).containsExactly(ended);
    settled(after);
    outbox().release(after, NOON);
    assertThat(outbox().ready(NOON.plusSeconds(60), Duration.ofSeconds(1), 10)).isEmpty();
  }

  private void settled(Claimed claimed) {
    Conversation erased = new Conversation.Erased(ID, NOON);
    String event = "settled " + claimed.owed().getFirst().id();
    int all = claimed.owed().size();
    assertThat(store().save(saving(3, event, erased, NOON).settling(claimed, all).build()))
        .isEqualTo(Saved.GONE);
  }

  private static Noted noted(Kind kind) {
    return new Noted(
        new SiteName("shop"),
        Samples.DESK,
        NOON,
        ZoneOffset.UTC,
        "en",
        "/",
        Optional.empty(),
        List.of(Fact.of(kind)));
  }

  @Test
  default void theStoneItselfIsForgottenAtItsMoment() {
    beginWithEverything();
    erase();
    Instant end = NOON.plus(Duration.ofDays(7));

    assertThat(store().load(ID, new About.Nothing(), end.minus(MILLISECOND))).isPresent();
    assertThat(store().load(ID, new About.Nothing(), end)).isEqualTo(Optional.empty());
  }

  private void beginWithEverything() {
    begin(ID, new Effect.OpenThread(), new Effect.ShowCard());
    store()
        .save(
            saving(2, "second", Samples.waiting(ID, 2, NOON, NOON.plusSeconds(5)), NOON)
                .appending(Samples.staffMessage(2, "Good morning"))
                .linking("1.1", 1)
                .linking("1.2", 2)
                .build());
    presence().put(ID, TabPresence.connected("tab-1", "instance-1", NOON).drafted(3, NOON), NOON);
  }

  private void erase() {
    assertThat(
            store()
                .save(
                    saving(3, "erase", new Conversation.Erased(ID, NOON), NOON)
                        .expiringAt(NOON.plus(Duration.ofDays(7)))
                        .build()))
        .isEqualTo(Saved.DONE);
  }
}
