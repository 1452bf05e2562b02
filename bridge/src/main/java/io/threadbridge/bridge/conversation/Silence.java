package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The visitor's clock: the silence after a staff message, PRODUCT 1.3.
///
/// @param since the last staff message
/// @param next what comes when the silence lasts
/// @param from the moment from which `next` counts
/// @param dueAt when it comes, unless something suspends the clock
/// @param goneTold whether the thread was told that the visitor is gone
/// @param promisedUntil somebody wrote that they would be back by then
/// @param lookAt when to look whether the visitor is gone; empty if there is no reason to
public record Silence(
    Instant since,
    Step next,
    Instant from,
    Instant dueAt,
    boolean goneTold,
    Optional<Instant> promisedUntil,
    Optional<Instant> lookAt) {
  /// Ask, warn, leave.
  public enum Step {
    /// *Are you still there?*
    ASK,
    /// *I will leave this chat in two minutes …*
    WARN,
    /// The close.
    LEAVE
  }

  static Silence begin(Instant now, Policy policy) {
    Instant due = now.plus(policy.ask());
    return new Silence(now, Step.ASK, now, due, false, Optional.empty(), Optional.empty());
  }

  Silence then(Step step, Instant now, Policy policy) {
    Instant due = now.plus(lengthOf(step, policy));
    return new Silence(
        since, step, now, due, goneTold, promisedUntil, lookAt.filter(now::isBefore));
  }

  /// Not due before `moment`; a look that is still to come stays.
  Silence notBefore(Instant moment, Instant now) {
    return new Silence(
        since, next, from, moment, goneTold, promisedUntil, lookAt.filter(now::isBefore));
  }

  Silence gone(Policy policy) {
    Instant begin = promisedUntil.filter(since::isBefore).orElse(since);
    Instant due = begin.plus(policy.wholeSilence());
    return new Silence(since, next, from, due, true, promisedUntil, Optional.empty());
  }

  Silence lookingAt(Instant moment) {
    return new Silence(since, next, from, dueAt, goneTold, promisedUntil, Optional.of(moment));
  }

  /// Nobody is asked while somebody has said that they would be back.
  Silence promised(Instant until, Policy policy) {
    Instant due = VisitorsClock.dueAt(from, policy.ask(), List.of(promise(until)), policy);
    return new Silence(since, next, from, due, goneTold, Optional.of(until), lookAt);
  }

  /// What holds up the clock: what the visitor does, and what somebody said.
  List<Suspension> suspensions(VisitorFacts facts) {
    return promisedUntil
        .map(until -> Stream.concat(facts.suspensions().stream(), Stream.of(promise(until))))
        .map(Stream::toList)
        .orElse(facts.suspensions());
  }

  private Suspension promise(Instant until) {
    return new Suspension(Suspension.Reason.PROMISED, since, until);
  }

  Duration length(Policy policy) {
    return lengthOf(next, policy);
  }

  private static Duration lengthOf(Step step, Policy policy) {
    return switch (step) {
      case ASK -> policy.ask();
      case WARN -> policy.warn();
      case LEAVE -> policy.leave();
    };
  }
}
