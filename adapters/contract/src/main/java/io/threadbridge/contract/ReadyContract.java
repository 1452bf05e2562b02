package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Outbox.Ready;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No lane that owes something is left behind, and none is reported too often.
public interface ReadyContract extends ConversationKeeper {
  /// A worker reports a lane again after this.
  Duration AGAIN = Duration.ofSeconds(5);

  @Test
  default void lanesThatOweAreReadyAndOthersAreNot() {
    begin(ID, new Effect.OpenThread(), new Effect.ShowCard());
    begin(OTHER);

    assertThat(ready(NOON.minus(MILLISECOND))).isEmpty();
    assertThat(ready(NOON))
        .containsExactlyInAnyOrder(new Ready(ID, Lane.DESK), new Ready(ID, Lane.CARD));
  }

  @Test
  default void aReportedLaneIsNotReportedAgainTooSoon() {
    begin(ID, new Effect.OpenThread());
    ready(NOON);

    assertThat(ready(NOON.plus(AGAIN).minus(MILLISECOND))).isEmpty();
    assertThat(outbox().claim(ID, Lane.DESK, NOON)).as("a report leases nothing").isPresent();
  }

  @Test
  default void aReportedLaneThatNobodyClaimedIsReportedAgain() {
    begin(ID, new Effect.OpenThread());
    ready(NOON);

    assertThat(ready(NOON.plus(AGAIN))).containsExactly(new Ready(ID, Lane.DESK));
  }

  @Test
  default void atMostSoManyLanesAreReportedTheOldestFirst() {
    for (int number = 9; number > 0; number--) {
      begin(conversation(number), new Effect.ShowCard());
      Claimed claimed = claimed(conversation(number), Lane.CARD, NOON);
      outbox().release(claimed, NOON.plusSeconds(number));
    }
    Instant late = NOON.plusSeconds(20);

    assertThat(outbox().ready(late, AGAIN, 2)).isEqualTo(cards(1, 2));
    assertThat(outbox().ready(late, AGAIN, 3)).isEqualTo(cards(3, 4, 5));
    assertThat(outbox().ready(late, AGAIN, 100)).isEqualTo(cards(6, 7, 8, 9));
  }

  @Test
  default void aLeasedLaneIsNotReadyUntilItsLeaseEnds() {
    begin(ID, new Effect.OpenThread());
    claimed(ID, Lane.DESK, NOON);
    Instant end = NOON.plus(Outbox.LEASE);

    assertThat(ready(end.minus(MILLISECOND))).isEmpty();
    assertThat(ready(end)).containsExactly(new Ready(ID, Lane.DESK));
  }

  @Test
  default void aPostponedLaneIsReadyAtItsMomentAndCanBeClaimedBefore() {
    begin(ID, new Effect.OpenThread());
    Instant until = NOON.plusSeconds(90);
    outbox().release(claimed(ID, Lane.DESK, NOON), until);
    store().save(next(2).owing(new Effect.Relay(2)).build());

    assertThat(ready(until.minus(MILLISECOND))).isEmpty();
    assertThat(ready(until)).containsExactly(new Ready(ID, Lane.DESK));
    assertThat(outbox().claim(ID, Lane.DESK, NOON)).isPresent();
  }

  @Test
  default void aLaneThatOwesNothingAnyMoreIsNotReadyUntilItOwesAgain() {
    begin(ID, new Effect.OpenThread());
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    store().save(next(2).settling(claimed, 1).build());
    outbox().release(claimed, NOON.plusSeconds(3600));
    assertThat(ready(NOON.plusSeconds(7200))).isEmpty();

    store().save(next(3).owing(new Effect.Relay(2)).build());
    assertThat(ready(NOON)).containsExactly(new Ready(ID, Lane.DESK));
  }

  @Test
  default void whatWasSavedDuringALeaseIsReadyWhenTheLaneIsGivenBack() {
    begin(ID, new Effect.OpenThread());
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    store().save(next(2).owing(new Effect.Relay(2)).build());
    store().save(next(3).settling(claimed, 1).build());
    outbox().release(claimed, NOON.plusSeconds(1));

    assertThat(ready(NOON.plusSeconds(1))).containsExactly(new Ready(ID, Lane.DESK));
    assertThat(owed(ID, Lane.DESK, NOON)).containsExactly(new Effect.Relay(2));
  }

  private static ConversationId conversation(int number) {
    return new ConversationId("waiting-" + number);
  }

  private static List<Ready> cards(Integer... numbers) {
    return Arrays.stream(numbers)
        .map(number -> new Ready(conversation(number), Lane.CARD))
        .toList();
  }

  private List<Ready> ready(Instant now) {
    return outbox().ready(now, AGAIN, 100);
  }

  private SaveBuilder next(long version) {
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60));
    return saving(version, "event-" + version, next, NOON);
  }
}
