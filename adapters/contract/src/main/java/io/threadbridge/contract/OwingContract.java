package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.THREAD;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.SealedBatch;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is owed stays owed, in order, until it is settled.
public interface OwingContract extends ConversationKeeper {
  @Test
  default void effectsAreOwedInOrderWithinTheirLaneAsTheyWereSaved() {
    Effect hint =
        new Effect.Hint(
            ANNA,
            TextKey.HINT_ALREADY_CLAIMED,
            Map.of("name", Samples.DIFFICULT_WORDS, "count", 3, "time", NOON));
    Effect told = new Effect.TellDirectly(Samples.BERTIL, TextKey.TOLD_REOPENED, Map.of());
    Effect note = new Effect.ConfirmNote(new PostRef("1.9"), ANNA, Optional.empty());
    Effect index = new Effect.IndexThread(DESK, THREAD);
    begin(
        ID,
        new Effect.OpenThread(),
        hint,
        new Effect.Relay(1),
        told,
        new Effect.ShowCard(),
        index,
        new Effect.Rewrite(1),
        note);
    owe(2, new Effect.Relay(2));

    assertThat(owed(ID, Lane.DESK, NOON))
        .containsExactly(
            new Effect.OpenThread(),
            new Effect.Relay(1),
            new Effect.Rewrite(1),
            new Effect.Relay(2));
    assertThat(owed(ID, Lane.DIRECT, NOON)).containsExactly(hint, told, note);
    assertThat(owed(ID, Lane.CARD, NOON)).containsExactly(new Effect.ShowCard());
    assertThat(owed(ID, Lane.LOOKUP, NOON)).containsExactly(index);
  }

  @Test
  default void anOwedEffectKeepsItsIdAndItsMoment() {
    begin(ID, new Effect.OpenThread(), new Effect.Relay(1));

    assertThat(claimed(ID, Lane.DESK, NOON).owed())
        .containsExactly(
            new OwedEffect("2.1", new Effect.OpenThread(), NOON),
            new OwedEffect("2.2", new Effect.Relay(1), NOON));
  }

  @Test
  default void oneClaimReadsAtMostSoManyAndTheRestComesAfterThem() {
    Effect[] many =
        IntStream.rangeClosed(1, Outbox.READ_MAX + 1)
            .mapToObj(Effect.Relay::new)
            .toArray(Effect[]::new);
    begin(ID, many);
    Claimed claimed = claimed(ID, Lane.DESK, NOON);

    assertThat(claimed.owed())
        .extracting(OwedEffect::effect)
        .isEqualTo(Arrays.asList(many).subList(0, Outbox.READ_MAX));
    settle(claimed, Outbox.READ_MAX);
    outbox().release(claimed, NOON);
    assertThat(owed(ID, Lane.DESK, NOON)).containsExactly(new Effect.Relay(Outbox.READ_MAX + 1));
  }

  @Test
  default void whatIsSettledLeavesItsLaneAndNothingElseDoes() {
    begin(
        ID,
        new Effect.OpenThread(),
        new Effect.Relay(1),
        new Effect.ConfirmNote(note(), ANNA, Optional.empty()));
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    settle(claimed, 1);

    outbox().release(claimed, NOON);
    assertThat(owed(ID, Lane.DESK, NOON)).containsExactly(new Effect.Relay(1));
    assertThat(owed(ID, Lane.DIRECT, NOON))
        .containsExactly(new Effect.ConfirmNote(note(), ANNA, Optional.empty()));
  }

  @Test
  default void aSealedBatchSaysForWhichStayItWas() {
    begin(ID, new Effect.OpenThread());
    Claimed first = claimed(ID, Lane.DESK, NOON);
    Optional<Stay> stay = Optional.of(new Stay(Samples.TEAMS_DESK, 3));
    SealedBatch batch = new SealedBatch("batch-1", "2.1", NOON, 1, stay);
    outbox().seal(first, batch, NOON);
    outbox().release(first, NOON);

    assertThat(claimed(ID, Lane.DESK, NOON).sealed()).contains(batch);
  }

  @Test
  default void whatWasLaidDownUnsettledIsOwedAgainFromTheHead() {
    begin(ID, new Effect.OpenThread(), new Effect.Relay(1));
    outbox().release(claimed(ID, Lane.DESK, NOON), NOON);
    owe(2, new Effect.Relay(2));

    assertThat(owed(ID, Lane.DESK, NOON))
        .containsExactly(new Effect.OpenThread(), new Effect.Relay(1), new Effect.Relay(2));
  }

  @Test
  default void oneSaveMaySettleAndOweInTheSameLane() {
    begin(ID, new Effect.OpenThread());
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    store().save(next(2).settling(claimed, 1).owing(new Effect.Relay(2)).build());

    outbox().release(claimed, NOON);
    assertThat(owed(ID, Lane.DESK, NOON)).containsExactly(new Effect.Relay(2));
  }

  @Test
  default void aSealedBatchIsSeenByTheNextClaimer() {
    begin(ID, new Effect.OpenThread(), new Effect.Relay(1), new Effect.Relay(2));
    Claimed first = claimed(ID, Lane.DESK, NOON);
    SealedBatch batch = new SealedBatch("batch-1", "2.2", NOON);
    assertThat(first.sealed()).isEmpty();
    assertThat(outbox().seal(first, batch, NOON)).isTrue();

    assertThat(claimed(ID, Lane.DESK, NOON.plus(Outbox.LEASE)).sealed()).contains(batch);
  }

  @Test
  default void aBatchStaysSealedWhenTheLaneIsGivenBack() {
    begin(ID, new Effect.OpenThread());
    Claimed first = claimed(ID, Lane.DESK, NOON);
    SealedBatch batch = new SealedBatch("batch-1", "2.1", NOON);
    outbox().seal(first, batch, NOON);
    outbox().release(first, NOON);
    owe(2, new Effect.Relay(2));

    Claimed second = claimed(ID, Lane.DESK, NOON);
    assertThat(second.sealed()).contains(batch);
    assertThat(second.owed()).hasSize(2);
  }

  @Test
  default void whatComesAfterTheSealIsNotInTheBatch() {
    begin(ID, new Effect.OpenThread(), new Effect.Relay(1));
    Claimed first = claimed(ID, Lane.DESK, NOON);
    outbox().seal(first, new SealedBatch("batch-1", "2.2", NOON), NOON);
    owe(2, new Effect.Relay(2));
    store().save(next(3).settling(first, 2).build());

    outbox().release(first, NOON);
    Claimed second = claimed(ID, Lane.DESK, NOON);
    assertThat(second.sealed()).isEmpty();
    assertThat(second.owed()).extracting(OwedEffect::effect).containsExactly(new Effect.Relay(2));
  }

  @Test
  default void anUnsettledBatchStaysSealedWhenOtherThingsAreSaved() {
    begin(ID, new Effect.OpenThread());
    Claimed first = claimed(ID, Lane.DESK, NOON);
    SealedBatch batch = new SealedBatch("batch-1", "2.1", NOON);
    outbox().seal(first, batch, NOON);
    owe(2, new Effect.ShowCard());
    Claimed card = claimed(ID, Lane.CARD, NOON);
    store().save(next(3).settling(card, 1).build());

    outbox().release(first, NOON);
    assertThat(claimed(ID, Lane.DESK, NOON).sealed()).contains(batch);
  }

  private static PostRef note() {
    return new PostRef("1.9");
  }

  private SaveBuilder next(long version) {
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60));
    return saving(version, "event-" + version, next, NOON);
  }

  private void owe(long version, Effect... effects) {
    store().save(next(version).owing(effects).build());
  }

  private void settle(Claimed claimed, int count) {
    assertThat(store().save(next(2).settling(claimed, count).build())).isEqualTo(Saved.DONE);
  }
}
