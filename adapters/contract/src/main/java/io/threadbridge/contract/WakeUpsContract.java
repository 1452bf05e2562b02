package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static io.threadbridge.contract.SaveBuilder.saving;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.WakeUps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All that [WakeUps] promise. A claim's lease is as long as the outbox's.
public interface WakeUpsContract extends ConversationKeeper {
  @Test
  default void nobodyIsDueWhereNothingWaits() {
    create(ID);

    assertThat(wakeUps().claimDue(NOON.plusSeconds(86_000), 10))
        .isEqualTo(new WakeUps.Due(List.of(), Optional.empty()));
  }

  @Test
  default void aConversationIsDueAtItsMomentAndNotAMillisecondBefore() {
    begin(ID);
    Instant moment = NOON.plusSeconds(60);

    assertThat(wakeUps().claimDue(moment.minus(MILLISECOND), 10))
        .isEqualTo(new WakeUps.Due(List.of(), Optional.of(moment)));
    assertThat(due(moment)).containsExactly(ID);
  }

  @Test
  default void aSaveMovesTheWakeUpLater() {
    begin(ID);
    Instant moment = NOON.plusSeconds(300);
    save(2, Samples.waiting(ID, 1, NOON, moment), NOON.plusSeconds(10));

    assertThat(due(moment.minus(MILLISECOND))).isEmpty();
    assertThat(due(moment)).containsExactly(ID);
  }

  @Test
  default void aSaveMovesTheWakeUpEarlier() {
    begin(ID);
    Instant moment = NOON.plusSeconds(20);
    save(2, Samples.waiting(ID, 1, NOON, moment), NOON.plusSeconds(10));

    assertThat(due(moment.minus(MILLISECOND))).isEmpty();
    assertThat(due(moment)).containsExactly(ID);
  }

  @Test
  default void aSaveOfAConversationThatWantsNoWakingRemovesIt() {
    begin(ID);
    save(2, Samples.closed(ID, 1, NOON), NOON.plusSeconds(10));

    assertThat(wakeUps().claimDue(NOON.plusSeconds(86_000), 10))
        .isEqualTo(new WakeUps.Due(List.of(), Optional.empty()));
  }

  @Test
  default void aClaimedWakeUpComesAgainWhenItsLeaseEnds() {
    begin(ID);
    Instant moment = NOON.plusSeconds(60);
    Instant end = moment.plus(Outbox.LEASE);

    assertThat(wakeUps().claimDue(moment, 10))
        .isEqualTo(new WakeUps.Due(List.of(ID), Optional.of(end)));
    assertThat(due(end.minus(MILLISECOND))).isEmpty();
    assertThat(due(end)).containsExactly(ID);
    assertThat(due(end)).as("claimed again").isEmpty();
  }

  @Test
  default void aClaimedWakeUpThatWasSavedDoesNotComeAgain() {
    begin(ID);
    Instant moment = NOON.plusSeconds(60);
    due(moment);
    Instant next = moment.plusSeconds(300);
    save(2, Samples.waiting(ID, 1, NOON, next), moment);

    assertThat(due(moment.plus(Outbox.LEASE))).isEmpty();
    assertThat(due(next)).containsExactly(ID);
  }

  @Test
  default void atMostSoManyAreClaimedAndTheOthersAreStillDue() {
    List<ConversationId> all = new ArrayList<>();
    for (int number = 1; number <= 9; number++) {
      ConversationId id = new ConversationId("sleeper-" + number);
      all.add(id);
      begin(id);
    }
    Instant moment = NOON.plusSeconds(60);
    WakeUps.Due first = wakeUps().claimDue(moment, 4);
    List<ConversationId> woken = new ArrayList<>(first.conversations());
    assertThat(woken).hasSize(4);
    assertThat(first.next()).hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(moment));
    woken.addAll(due(moment));

    assertThat(woken).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  default void theNextMomentIsTheSoonestOfAll() {
    begin(ID);
    create(OTHER);
    Instant sooner = NOON.plusSeconds(30);
    store().save(saving(1, "first", Samples.waiting(OTHER, 0, NOON, sooner), NOON).build());

    assertThat(wakeUps().claimDue(NOON, 10).next()).contains(sooner);
    assertThat(due(sooner)).containsExactly(OTHER);
  }

  @Test
  default void ofManyWhoClaimAtOnceOneWakesAConversation() {
    begin(ID);
    begin(OTHER);
    List<ConversationId> woken =
        AtOnce.call(8, _ -> due(NOON.plusSeconds(60))).stream().flatMap(List::stream).toList();

    assertThat(woken).containsExactlyInAnyOrder(ID, OTHER);
  }

  private List<ConversationId> due(Instant now) {
    return wakeUps().claimDue(now, 10).conversations();
  }

  private void save(long version, Conversation next, Instant now) {
    store().save(saving(version, "event-" + version, next, now).build());
  }
}
