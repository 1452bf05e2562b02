package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SealedBatch;
import org.junit.jupiter.api.Test;

/// Of a conversation's cards only the latest counts, but what may be on its way is not touched.
public interface LatestCardContract extends ConversationKeeper {
  @Test
  default void ofCardsThatWaitOnlyTheLatestIsOwed() {
    begin(ID, new Effect.ShowCard());
    oweCard(2);
    oweCard(3);

    assertThat(claimed(ID, Lane.CARD, NOON).owed())
        .extracting(OwedEffect::effect)
        .containsExactly(new Effect.ShowCard());
  }

  @Test
  default void aCardThatIsBeingShownDoesNotSwallowALaterOne() {
    begin(ID, new Effect.ShowCard());
    Claimed claimed = claimed(ID, Lane.CARD, NOON);
    oweCard(2);
    store().save(next(3).settling(claimed, 1).build());

    outbox().release(claimed, NOON);
    assertThat(owed(ID, Lane.CARD, NOON)).containsExactly(new Effect.ShowCard());
  }

  @Test
  default void aCardThatIsBeingShownIsNotReplaced() {
    begin(ID, new Effect.ShowCard());
    Claimed first = claimed(ID, Lane.CARD, NOON);
    oweCard(2);

    assertThat(claimed(ID, Lane.CARD, NOON.plus(Outbox.LEASE)).owed())
        .containsAll(first.owed())
        .hasSize(2);
  }

  @Test
  default void aCardInASealedBatchIsNotReplaced() {
    begin(ID, new Effect.ShowCard());
    Claimed first = claimed(ID, Lane.CARD, NOON);
    outbox().seal(first, new SealedBatch("batch-1", "2.1", NOON), NOON);
    outbox().release(first, NOON);
    oweCard(2);

    assertThat(claimed(ID, Lane.CARD, NOON).owed()).extracting(OwedEffect::id).contains("2.1");
  }

  @Test
  default void aCardThatWaitsBehindSomethingElseIsNotSwallowedByIt() {
    Effect moved = new Effect.ShowMoved(new Place(Samples.OTHER_DESK, Samples.THREAD));
    begin(ID, new Effect.ShowCard(), moved);
    oweCard(2);
    oweCard(3);

    assertThat(claimed(ID, Lane.CARD, NOON).owed())
        .extracting(OwedEffect::effect)
        .containsExactly(new Effect.ShowCard(), moved, new Effect.ShowCard());
  }

  private SaveBuilder next(long version) {
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60));
    return saving(version, "event-" + version, next, NOON);
  }

  private void oweCard(long version) {
    store().save(next(version).owing(new Effect.ShowCard()).build());
  }
}
