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
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One worker at a time on a lane, and no lane is left behind.
public interface LeasingContract extends ConversationKeeper {
  /// A worker reports a lane again after this.
  Duration AGAIN = Duration.ofSeconds(5);

  @Test
  default void aLaneThatOwesNothingCannotBeClaimed() {
    begin(ID, new Effect.OpenThread());

    assertThat(outbox().claim(ID, Lane.CARD, NOON)).isEmpty();
    assertThat(outbox().claim(OTHER, Lane.DESK, NOON)).isEmpty();
  }

  @Test
  default void aLeaseKeepsOthersOutUntilItEndsAndNotAMillisecondLonger() {
    begin(ID, new Effect.OpenThread());
    Claimed first = claimed(ID, Lane.DESK, NOON);
    Instant end = NOON.plus(Outbox.LEASE);

    assertThat(outbox().claim(ID, Lane.DESK, end.minus(MILLISECOND))).isEmpty();
    Claimed second = claimed(ID, Lane.DESK, end);
    assertThat(second.lease()).isNotEqualTo(first.lease());
    assertThat(second.conversation()).isEqualTo(ID);
    assertThat(second.lane()).isEqualTo(Lane.DESK);
  }

  @Test
  default void aLeaseHoldsUpNoOtherLaneAndNoOtherConversation() {
    begin(ID, new Effect.OpenThread(), new Effect.ShowCard());
    begin(OTHER, new Effect.OpenThread());
    claimed(ID, Lane.DESK, NOON);

    assertThat(outbox().claim(ID, Lane.CARD, NOON)).isPresent();
    assertThat(outbox().claim(OTHER, Lane.DESK, NOON)).isPresent();
  }

  @Test
  default void ofManyWhoClaimAtOnceOneHasTheLane() {
    begin(ID, new Effect.OpenThread());
    List<Optional<Claimed>> answers = AtOnce.call(8, _ -> outbox().claim(ID, Lane.DESK, NOON));

    assertThat(answers.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  default void aRenewedLeaseLastsAsLongAsANewOne() {
    begin(ID, new Effect.OpenThread());
    Claimed first = claimed(ID, Lane.DESK, NOON);
    Instant renewed = NOON.plusSeconds(20);
    Instant end = renewed.plus(Outbox.LEASE);

    assertThat(outbox().renew(first, renewed)).isTrue();
    assertThat(outbox().claim(ID, Lane.DESK, end.minus(MILLISECOND))).isEmpty();
    assertThat(outbox().claim(ID, Lane.DESK, end)).isPresent();
  }

  @Test
  default void whoLostTheLeaseCanNeitherRenewNorSealNorGiveBack() {
    begin(ID, new Effect.OpenThread());
    Claimed frozen = claimed(ID, Lane.DESK, NOON);
    Instant later = NOON.plus(Outbox.LEASE);
    Claimed owner = claimed(ID, Lane.DESK, later);
    SealedBatch batch = new SealedBatch("batch-1", "2.1", later);

    assertThat(outbox().renew(frozen, later)).isFalse();
    assertThat(outbox().seal(frozen, batch, later)).isFalse();
    outbox().release(frozen, later);
    assertThat(outbox().claim(ID, Lane.DESK, later)).as("the owner still has it").isEmpty();
    assertThat(outbox().renew(owner, later)).isTrue();
    outbox().release(owner, later);
    assertThat(claimed(ID, Lane.DESK, later).sealed()).isEmpty();
  }

  @Test
  default void whoGaveTheLaneBackCanNeitherRenewNorSealNorPostponeIt() {
    begin(ID, new Effect.OpenThread());
    Claimed done = claimed(ID, Lane.DESK, NOON);
    outbox().release(done, NOON);

    assertThat(outbox().renew(done, NOON)).isFalse();
    assertThat(outbox().seal(done, new SealedBatch("batch-1", "2.1", NOON), NOON)).isFalse();
    outbox().release(done, NOON.plusSeconds(600));
    assertThat(ready(NOON)).containsExactly(new Ready(ID, Lane.DESK));
  }

  @Test
  default void aSaveNeverShortensALease() {
    begin(ID, new Effect.OpenThread());
    Claimed claimed = claimed(ID, Lane.DESK, NOON);
    store().save(next(2).owing(new Effect.Relay(2)).build());
    assertThat(outbox().claim(ID, Lane.DESK, NOON)).isEmpty();

    store().save(next(3).settling(claimed, 1).build());
    assertThat(outbox().claim(ID, Lane.DESK, NOON)).isEmpty();
    assertThat(outbox().renew(claimed, NOON)).isTrue();
  }

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
