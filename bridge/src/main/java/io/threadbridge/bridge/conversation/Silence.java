package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The visitor's clock: the silence after a staff message, PRODUCT 1.3.
///
/// @param since the last staff message
/// @param next what comes when the silence lasts
/// @param from the moment from which `next` counts
/// @param dueAt when it comes, unless something suspends the clock
/// @param goneTold whether the thread was told that the visitor is gone
/// @param lookAt when to look whether the visitor is gone; empty if there is no reason to
public record Silence(
    Instant since,
    Step next,
    Instant from,
    Instant dueAt,
    boolean goneTold,
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
    return new Silence(now, Step.ASK, now, now.plus(policy.ask()), false, Optional.empty());
  }

  Silence then(Step step, Instant now, Policy policy) {
    Instant due = now.plus(lengthOf(step, policy));
    return new Silence(since, step, now, due, goneTold, lookAt.filter(now::isBefore));
  }

  /// Not due before `moment`; a look that is still to come stays.
  Silence notBefore(Instant moment, Instant now) {
    return new Silence(since, next, from, moment, goneTold, lookAt.filter(now::isBefore));
  }

  Silence gone(Policy policy) {
    return new Silence(
        since, next, from, since.plus(policy.wholeSilence()), true, Optional.empty());
  }

  Silence lookingAt(Instant moment) {
    return new Silence(since, next, from, dueAt, goneTold, Optional.of(moment));
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
