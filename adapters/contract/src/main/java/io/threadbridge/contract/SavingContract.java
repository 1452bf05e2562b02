package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A save changes everything or nothing.
public interface SavingContract extends ConversationKeeper {
  @Test
  default void aStaleSaveChangesNothing() {
    begin(ID, new Effect.OpenThread());

    assertThat(store().save(second(1).build())).isEqualTo(Saved.SOMEBODY_WAS_FASTER);
    assertThat(store().save(second(3).build())).isEqualTo(Saved.SOMEBODY_WAS_FASTER);
    assertAsBegun();
  }

  @Test
  default void anEventWhoseSaveWasStaleIsStillNew() {
    begin(ID, new Effect.OpenThread());
    store().save(second(1).build());

    assertThat(store().save(second(2).build())).isEqualTo(Saved.DONE);
    assertThat(transcript(ID)).hasSize(2);
  }

  @Test
  default void aSaveWithALostLeaseChangesNothing() {
    begin(ID, new Effect.OpenThread());
    Claimed frozen = claimed(ID, Lane.DESK, NOON);
    Instant later = NOON.plus(Outbox.LEASE);
    Claimed owner = claimed(ID, Lane.DESK, later);

    assertThat(store().save(second(2).settling(frozen, 1).build())).isEqualTo(Saved.LEASE_LOST);
    outbox().release(owner, NOON);
    assertAsBegun();
    assertThat(store().save(second(2).build())).as("the event is still new").isEqualTo(Saved.DONE);
  }

  @Test
  default void aSaveWithAReturnedLeaseChangesNothing() {
    begin(ID, new Effect.OpenThread());
    Claimed returned = claimed(ID, Lane.DESK, NOON);
    outbox().release(returned, NOON);

    assertThat(store().save(second(2).settling(returned, 1).build())).isEqualTo(Saved.LEASE_LOST);
    assertAsBegun();
  }

  @Test
  default void aLeaseThatEndedButPassedToNobodyStillSettles() {
    begin(ID, new Effect.OpenThread());
    Claimed slow = claimed(ID, Lane.DESK, NOON);
    Instant later = NOON.plus(Outbox.LEASE).plusSeconds(1);
    Conversation next = Samples.waiting(ID, 1, later, later.plusSeconds(5));

    assertThat(store().save(saving(2, "second", next, later).settling(slow, 1).build()))
        .isEqualTo(Saved.DONE);
    assertThat(owed(ID, Lane.DESK, later)).isEmpty();
  }

  @Test
  default void aConversationNobodyCreatedCannotBeSaved() {
    assertThat(store().save(second(1).build())).isEqualTo(Saved.GONE);
    assertThat(store().load(ID, new About.Nothing(), NOON)).isEmpty();
    assertThat(outbox().ready(NOON, Duration.ofSeconds(1), 10)).isEmpty();
    assertThat(wakeUps().claimDue(NOON.plusSeconds(600), 10).conversations()).isEmpty();
  }

  @Test
  default void ofManySavesAtOnceExactlyOneIsDone() {
    begin(ID);
    List<Saved> answers =
        AtOnce.call(
            8,
            number ->
                store()
                    .save(
                        saving(
                                2,
                                "event-" + number,
                                Samples.waiting(ID, 2, NOON, NOON.plusSeconds(5)),
                                NOON)
                            .appending(Samples.visitorMessage(2, "From " + number))
                            .build()));

    assertThat(answers).containsOnlyOnce(Saved.DONE);
    assertThat(answers).containsOnly(Saved.DONE, Saved.SOMEBODY_WAS_FASTER);
    assertThat(transcript(ID)).hasSize(2);
  }

  private SaveBuilder second(long version) {
    return saving(
            version,
            "second",
            Samples.waiting(ID, 2, NOON, NOON.plusSeconds(5)),
            NOON.plusMillis(1))
        .appending(Samples.visitorMessage(2, "Are you open?"))
        .replacing(Samples.visitorMessage(1, "Hi").edited("Hi", 1))
        .linking("1.1", 1)
        .owing(new Effect.Relay(2), new Effect.ShowCard())
        .expiringAt(NOON.plusSeconds(30));
  }
}
