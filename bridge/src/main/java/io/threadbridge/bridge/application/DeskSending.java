package io.threadbridge.bridge.application;

import io.threadbridge.bridge.application.DeskStep.Rest;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Sends a batch of one [DeskTask]: for the first time, again after a look that found nothing, or
/// again where the platform cannot look.
record DeskSending(
    DeskTask task, DeskCalls calls, Outbox outbox, DeskOutcomes outcomes, InstantSource clock) {
  /// Where nobody can look, so long is waited before the repeat, and twice as long before each
  /// further one.
  static final Duration REPEAT_BLINDLY_AFTER = Duration.ofSeconds(10);

  /// The longest wait between two repeats.
  static final Duration REPEAT_BLINDLY_MAX = Duration.ofMinutes(5);

  /// Nothing is sent with less left of the lease: a call's limit, and what saving its outcome
  /// takes.
  private static final Duration SENDING_MAX = Duration.ofSeconds(TeamChat.CALL_SECONDS_MAX + 4);

  /// Ten seconds doubled so often are more than [#REPEAT_BLINDLY_MAX].
  private static final int DOUBLINGS_MAX = 5;

  /// Before the first byte the batch is sealed: from here on it may have been sent.
  Rest first(DeskBatch batch) {
    Instant now = now();
    String id = task.state().id().value() + ":" + batch.name(now);
    SealedBatch sealed = SealedBatch.of(id, batch.ids().getLast(), now, task.state().stay());
    if (!outbox.seal(task.claimed(), sealed, now) || !hasTime()) {
      return Rest.nothing(now);
    }
    Delivery delivery = calls.post(batch, id, Optional.empty());
    return came(batch, delivery, sealed.untried());
  }

  /// A call may take [TeamChat#CALL_SECONDS_MAX]: with less left of the lease, somebody else could
  /// begin to look before it is over, find nothing, and send it too.
  private boolean hasTime() {
    Instant end = task.claimedAt().plus(Outbox.LEASE);
    return !now().plus(SENDING_MAX).isAfter(end) || outbox.renew(task.claimed(), now());
  }

  /// It was looked for and not found.
  Rest again(DeskBatch batch, SealedBatch sealed) {
    if (!outbox.renew(task.claimed(), now())) {
      return Rest.nothing(now());
    }
    Delivery delivery = calls.post(batch, sealed.id(), Optional.empty());
    return outcomes.sent(batch, batch.seqs(task.messages()), delivery);
  }

  /// Nobody can look for it. Words are repeated once; the card, without which nothing of the
  /// conversation can be seen, until it stands.
  Rest blindly(DeskBatch batch, SealedBatch sealed) {
    if (sealed.tries() > 1 && !batch.isCard()) {
      return outcomes.neverKnown(batch);
    }
    Instant repeat = sealed.at().plus(pauseAfter(sealed.tries()));
    if (repeat.isAfter(now())) {
      return new Rest(true, repeat, Optional.empty());
    }
    return batch.isCard() ? marked(batch, sealed) : knock(batch, sealed);
  }

  private static Duration pauseAfter(int tries) {
    Duration pause = REPEAT_BLINDLY_AFTER.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS_MAX));
    return pause.compareTo(REPEAT_BLINDLY_MAX) < 0 ? pause : REPEAT_BLINDLY_MAX;
  }

  /// The one repeat of words is not spent on a platform that does not answer: first it has to
  /// answer something that may be asked as often as one likes.
  private Rest knock(DeskBatch batch, SealedBatch sealed) {
    Delivery answer = calls.knock();
    return switch (answer) {
      case Delivery.Done _, Delivery.Absent _, Delivery.CannotLook _, Delivery.Refused _ ->
          marked(batch, sealed);
      case Delivery.ThreadGone _ -> outcomes.sent(batch, List.of(), answer);
      case Delivery.Later later -> putOff(outcomes.sent(batch, List.of(), later), later, sealed);
      case Delivery.Unknown _ -> new Rest(true, knockAgain(sealed), Optional.empty());
    };
  }

  /// To write a card anew may answer that it is to be done later where nobody knows whether it was
  /// done: a platform that is away would be asked without end at that pace. What somebody must mend
  /// is tried again as soon as it may be mended.
  private Rest putOff(Rest asked, Delivery.Later later, SealedBatch sealed) {
    Instant again = knockAgain(sealed);
    return later.mend().isEmpty() && again.isAfter(asked.notBefore())
        ? new Rest(true, again, asked.pause())
        : asked;
  }

  /// Twice as long after it was sealed, within the bounds of repeats.
  private Instant knockAgain(SealedBatch sealed) {
    Duration age = Duration.between(sealed.at(), now());
    return now().plus(age.compareTo(REPEAT_BLINDLY_MAX) < 0 ? age : REPEAT_BLINDLY_MAX);
  }

  /// Sealed anew before it is repeated: whoever dies in between leaves it to nobody to repeat it a
  /// second time.
  private Rest marked(DeskBatch batch, SealedBatch sealed) {
    SealedBatch repeat = sealed.repeated(now());
    if (!outbox.renew(task.claimed(), now()) || !outbox.seal(task.claimed(), repeat, now())) {
      return Rest.nothing(now());
    }
    Delivery delivery = calls.post(batch, repeat.id(), Optional.of(calls.perhapsTwice()));
    return came(batch, delivery, sealed);
  }

  /// What certainly was not done leaves the batch as it was `before`.
  private Rest came(DeskBatch batch, Delivery delivery, SealedBatch before) {
    boolean certainlyNot =
        switch (delivery) {
          case Delivery.Later _ -> true;
          case Delivery.Refused _ -> batch.isCard();
          case Delivery.Done _,
              Delivery.Unknown _,
              Delivery.Absent _,
              Delivery.CannotLook _,
              Delivery.ThreadGone _ ->
              false;
        };
    if (certainlyNot) {
      boolean _ = outbox.seal(task.claimed(), before, now());
    }
    return outcomes.sent(batch, batch.seqs(task.messages()), delivery);
  }

  private Instant now() {
    return clock.instant();
  }
}
