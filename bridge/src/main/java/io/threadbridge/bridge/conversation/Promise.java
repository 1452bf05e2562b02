package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// A promise to be back by a moment: one owner, one moment; neither clock runs while it is open.
///
/// @param owner who gave it
/// @param since the visitor's first unanswered word, or the moment of the promise
/// @param until the promised moment
/// @param lateAt when the visitor is told that it was not kept
/// @param reminded whether the owner was reminded
/// @param replied whether a message during it was answered; once
/// @param replyAt when the visitor's message during it is answered; empty if none came
public record Promise(
    Staff owner,
    Instant since,
    Instant until,
    Instant lateAt,
    boolean reminded,
    boolean replied,
    Optional<Instant> replyAt) {

  static Promise of(Staff owner, Instant since, Instant until, Policy policy) {
    Instant late = until.plus(policy.promiseGrace());
    return new Promise(owner, since, until, late, false, false, Optional.empty());
  }

  Promise remindedNow() {
    return new Promise(owner, since, until, lateAt, true, replied, replyAt);
  }

  /// The visitor wrote: the first time, an answer is due at `moment`.
  Promise replyingAt(Instant moment) {
    return replied || replyAt.isPresent()
        ? this
        : new Promise(owner, since, until, lateAt, reminded, false, Optional.of(moment));
  }

  Promise repliedNow() {
    return new Promise(owner, since, until, lateAt, reminded, true, Optional.empty());
  }

  Instant wakeAt() {
    Instant next = reminded ? lateAt : until;
    return replyAt.filter(next::isAfter).orElse(next);
  }
}
