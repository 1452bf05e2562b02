package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An event that was handled is not handled again.
public interface RepeatingContract extends ConversationKeeper {
  @Test
  default void aRepeatedEventChangesNothing() {
    begin(ID, new Effect.OpenThread());
    Conversation next = Samples.waiting(ID, 2, NOON, NOON.plusSeconds(5));
    for (long version : List.of(1L, 2L)) {
      Save repeated =
          saving(version, "first", next, NOON)
              .appending(Samples.visitorMessage(2, "Hello again"))
              .replacing(Samples.visitorMessage(1, "").blanked(1))
              .linking("1.1", 1)
              .owing(new Effect.Relay(2))
              .expiringAt(NOON.plusSeconds(1))
              .build();

      assertThat(store().save(repeated)).isEqualTo(Saved.ALREADY_HANDLED);
      assertAsBegun();
    }
  }

  @Test
  default void aRepeatedEventSettlesAllTheSame() {
    begin(ID, new Effect.OpenThread(), new Effect.Relay(1));
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(5));
    Save repeated = saving(2, "first", next, NOON).settling(claimed, 1).build();

    assertThat(store().save(repeated)).isEqualTo(Saved.ALREADY_HANDLED);
    outbox().release(claimed, NOON);
    assertThat(owed(ID, Lane.DESK, NOON)).containsExactly(new Effect.Relay(1));
    assertThat(loaded(ID, NOON).version()).isEqualTo(2);
  }

  @Test
  default void aRepeatedEventWithALostLeaseSettlesNothing() {
    begin(ID, new Effect.OpenThread());
    Claimed frozen = claimed(ID, Lane.DESK, NOON);
    Instant later = NOON.plus(Outbox.LEASE);
    Claimed owner = claimed(ID, Lane.DESK, later);
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(5));

    assertThat(store().save(saving(2, "first", next, later).settling(frozen, 1).build()))
        .isIn(Saved.ALREADY_HANDLED, Saved.LEASE_LOST);
    outbox().release(owner, later);
    assertThat(owed(ID, Lane.DESK, later)).containsExactly(new Effect.OpenThread());
  }

  @Test
  default void eventsOfTwoConversationsMayHaveTheSameId() {
    begin(ID);
    begin(OTHER);

    assertThat(transcript(OTHER)).hasSize(1);
  }

  @Test
  default void anEventIsKnownForTwoDaysAndNotAMillisecondLonger() {
    begin(ID);
    Instant forgotten = NOON.plus(Duration.ofDays(2));
    Conversation next = Samples.waiting(ID, 1, NOON, forgotten.plusSeconds(60));

    assertThat(store().save(saving(2, "first", next, forgotten.minus(MILLISECOND)).build()))
        .isEqualTo(Saved.ALREADY_HANDLED);
    assertThat(store().save(saving(2, "first", next, forgotten).build())).isEqualTo(Saved.DONE);
  }

  @Test
  default void aVisitorsWordsAreTakenOnceHoweverLateTheyAreRepeated() {
    begin(ID);
    store().save(said(2, NOON));
    Instant late = NOON.plus(Duration.ofDays(20));

    assertThat(store().save(said(3, late))).isEqualTo(Saved.ALREADY_HANDLED);
    assertThat(transcript(ID)).hasSize(2);
  }

  private static Save said(long version, Instant now) {
    return saving(version, "say:say-2", Samples.waiting(ID, 2, now, now.plusSeconds(60)), now)
        .appending(Samples.visitorMessage(2, "Are you open?"))
        .build();
  }

  @Test
  default void theLastThousandEventsAreKnown() {
    begin(ID);
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60));
    IntStream.range(2, 1_001)
        .mapToObj(version -> saving(version, "event-" + version, next, NOON.plusMillis(version)))
        .forEach(save -> assertThat(store().save(save.build())).isEqualTo(Saved.DONE));

    assertThat(store().save(saving(1_001, "first", next, NOON.plusSeconds(2)).build()))
        .isEqualTo(Saved.ALREADY_HANDLED);
  }
}
