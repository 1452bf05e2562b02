package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The staff's clock: one stretch of waiting, from the visitor's first unanswered word.
///
/// Its steps are data ([StaffClock]); calls to the desk, to on-call people and the later hold texts
/// are further rows there.
///
/// @param since the visitor's first unanswered word: *waiting since*
/// @param column which column of PRODUCT 1.2 runs
/// @param from the moment from which that column counts
/// @param stepsDone how many of its steps have been taken
/// @param stepAt when the next of them is due; empty if none is left
/// @param abandonAt when an untouched wait ends as missed
/// @param lookAt when to look whether the visitor has gone
public record Wait(
    Instant since,
    StaffClock.Column column,
    Instant from,
    int stepsDone,
    Optional<Instant> stepAt,
    Instant abandonAt,
    Instant lookAt) {

  static Wait begin(Instant now, StaffClock.Column column, Policy policy) {
    return new Wait(
        now,
        column,
        now,
        0,
        StaffClock.dueAt(policy, column, now, 0),
        now.plus(policy.abandon()),
        now.plus(policy.wholeSilence()));
  }

  /// A person of the firm has taken it: the claimer's clock begins.
  Wait claimed(Instant now, Policy policy) {
    StaffClock.Column later = StaffClock.Column.LATER;
    return new Wait(
        since,
        later,
        now,
        0,
        StaffClock.dueAt(policy, later, now, 0),
        now.plus(policy.abandon()),
        lookAt);
  }

  /// The visitor has written more: the wait is not a new one, but it is not untouched.
  Wait touched(Instant now, Policy policy) {
    return new Wait(
        since,
        column,
        from,
        stepsDone,
        stepAt,
        now.plus(policy.abandon()),
        now.plus(policy.wholeSilence()));
  }

  Wait stepDone(Policy policy) {
    int done = stepsDone + 1;
    return new Wait(
        since, column, from, done, StaffClock.dueAt(policy, column, from, done), abandonAt, lookAt);
  }

  Wait lookingAt(Instant moment) {
    return new Wait(since, column, from, stepsDone, stepAt, abandonAt, moment);
  }

  /// Not later than `now` plus `within`: something happened that makes an earlier look worth while.
  Wait lookingWithin(Duration within, Instant now) {
    Instant moment = now.plus(within);
    return moment.isBefore(lookAt) ? lookingAt(moment) : this;
  }
}
