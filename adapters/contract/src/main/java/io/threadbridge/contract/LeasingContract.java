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
import io.threadbridge.bridge.port.Outbox.Ready;
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One worker at a time on a lane.
public interface LeasingContract extends ConversationKeeper {
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
    assertThat(outbox().ready(NOON, Duration.ofSeconds(5), 10))
        .containsExactly(new Ready(ID, Lane.DESK));
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

  private SaveBuilder next(long version) {
    Conversation next = Samples.waiting(ID, 1, NOON, NOON.plusSeconds(60));
    return saving(version, "event-" + version, next, NOON);
  }
}
