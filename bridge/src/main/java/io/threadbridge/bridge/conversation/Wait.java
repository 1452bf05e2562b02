package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.StaffClock.Column;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The staff's clock: one stretch of waiting, from the visitor's first unanswered word. Its steps
/// are data ([StaffClock]).
///
/// @param since the visitor's first unanswered word: *waiting since*
/// @param column which column of PRODUCT 1.2 runs
/// @param from the moment from which that column counts
/// @param stepsDone how many of its steps have been taken
/// @param stepAt when the next of them is due; empty if none is left
/// @param abandonAt when an untouched wait ends as missed
/// @param lookAt when to look whether the visitor has gone
/// @param care what has been done for the visitor
public record Wait(
    Instant since,
    Column column,
    Instant from,
    int stepsDone,
    Optional<Instant> stepAt,
    Instant abandonAt,
    Instant lookAt,
    Care care) {

  static Wait begin(Instant now, Column column, Opener opener, Policy policy) {
    return new Wait(
        now,
        column,
        now,
        0,
        policy.clock().dueAt(column, now, 0),
        now.plus(policy.abandon()),
        now.plus(policy.wholeSilence()),
        Care.begin(opener));
  }

  /// A person of the firm has taken it: the claimer's clock begins.
  Wait claimed(Instant now, Policy policy) {
    return running(Column.LATER, now, 0, policy).untilAbandoned(now, policy).with(care.alive(now));
  }

  /// The column counts from `start`, and this many of its rows are done.
  Wait running(Column other, Instant start, int done, Policy policy) {
    Optional<Instant> next = policy.clock().dueAt(other, start, done);
    return new Wait(since, other, start, done, next, abandonAt, lookAt, care);
  }

  /// The visitor has written more: the wait is not a new one, but it is not untouched.
  Wait touched(Instant now, Policy policy) {
    return untilAbandoned(now, policy)
        .lookingAt(now.plus(policy.wholeSilence()))
        .with(care.stated());
  }

  Wait stepsDone(int done, Policy policy) {
    return running(column, from, done, policy);
  }

  Wait with(Care other) {
    return new Wait(since, column, from, stepsDone, stepAt, abandonAt, lookAt, other);
  }

  Wait lookingAt(Instant moment) {
    return new Wait(since, column, from, stepsDone, stepAt, abandonAt, moment, care);
  }

  /// Not later than `now` plus `within`: something happened that makes an earlier look worth while.
  Wait lookingWithin(Duration within, Instant now) {
    Instant moment = now.plus(within);
    return moment.isBefore(lookAt) ? lookingAt(moment) : this;
  }

  /// Somebody has touched it.
  Wait untilAbandoned(Instant now, Policy policy) {
    Instant moment = now.plus(policy.abandon());
    return new Wait(since, column, from, stepsDone, stepAt, moment, lookAt, care);
  }
}
