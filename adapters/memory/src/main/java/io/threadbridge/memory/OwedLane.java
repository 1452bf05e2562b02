package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One lane of one conversation: what it owes, in order, and who has it. Guarded by the store's
/// lock.
final class OwedLane {
  private final List<OwedEffect> owed = new ArrayList<>();
  private Instant readyAt = Instant.MIN;
  private Instant leaseEnd = Instant.MIN;
  private Optional<String> lease = Optional.empty();
  private Optional<SealedBatch> sealed = Optional.empty();

  /// Whether the last effect was read by whoever has the lane.
  private boolean lastWasRead;

  void owe(OwedEffect effect, Instant now) {
    if (owed.isEmpty()) {
      readyAt = now;
    } else if (effect.effect() instanceof Effect.ShowCard && lastIsAWaitingCard(now)) {
      owed.removeLast();
    }
    owed.add(effect);
    lastWasRead = false;
  }

  private boolean lastIsAWaitingCard(Instant now) {
    boolean leased = isLeased(now) && lastWasRead;
    return owed.getLast().effect() instanceof Effect.ShowCard && !leased && sealed.isEmpty();
  }

  Optional<Claimed> claim(ConversationId conversation, Lane lane, String token, Instant now) {
    if (owed.isEmpty() || isLeased(now)) {
      return Optional.empty();
    }
    lease = Optional.of(token);
    leaseEnd = now.plus(Outbox.LEASE);
    List<OwedEffect> read = List.copyOf(owed.subList(0, Math.min(owed.size(), Outbox.READ_MAX)));
    lastWasRead = read.size() == owed.size();
    return Optional.of(new Claimed(conversation, lane, token, read, sealed));
  }

  private boolean isLeased(Instant now) {
    return lease.isPresent() && leaseEnd.isAfter(now);
  }

  /// Whether the lease has passed to nobody else, ended or not.
  boolean belongsTo(String token) {
    return lease.filter(token::equals).isPresent();
  }

  void seal(SealedBatch batch) {
    sealed = Optional.of(batch);
  }

  void renew(Instant now) {
    leaseEnd = now.plus(Outbox.LEASE);
  }

  void release(Instant until) {
    lease = Optional.empty();
    readyAt = until;
  }

  void settle(List<String> effects) {
    owed.removeIf(effect -> effects.contains(effect.id()));
    sealed = sealed.filter(batch -> !effects.contains(batch.last()));
  }

  boolean isReady(Instant now) {
    return !owed.isEmpty() && !isLeased(now) && !readyAt.isAfter(now);
  }

  Instant readyAt() {
    return readyAt;
  }

  void notBefore(Instant moment) {
    readyAt = moment;
  }
}
