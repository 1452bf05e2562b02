package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When a step of the visitor's clock is due, with all that made the clock stand still. When a
/// suspension ends, the step comes
/// after the time that remained, and at least [Policy#afterSuspension()] (PRODUCT 1.3).
final class VisitorsClock {
  private VisitorsClock() {}

  /// The moment at which a step that has not been taken yet is due, counting `length` from `from`,
  /// by what is known now. A step that is overdue when a suspension begins (the wake-up came late,
  /// or the visitor was away) is held up by it as well.
  static Instant dueAt(Instant from, Duration length, List<Suspension> suspensions, Policy policy) {
    Instant runsFrom = from;
    Duration remaining = length;
    for (Suspension stretch : inOrder(suspensions)) {
      if (!stretch.until().isAfter(runsFrom)) {
        continue;
      }
      if (stretch.from().isAfter(runsFrom)) {
        remaining = remaining.minus(Duration.between(runsFrom, stretch.from()));
      }
      remaining =
          remaining.compareTo(policy.afterSuspension()) < 0 ? policy.afterSuspension() : remaining;
      runsFrom = stretch.until();
    }
    return runsFrom.plus(remaining);
  }

  /// When to look again at a step that is not due. A draft may be sent and a checkout left at any
  /// moment, and the step then comes after the time that remained: a look as often as the least
  /// such time finds that in time. Typing ends by itself.
  static Instant lookAgain(Instant due, Instant now, List<Suspension> suspensions, Policy policy) {
    Instant look = now.plus(policy.afterSuspension());
    boolean mayEndEarly =
        standsStill(now, suspensions)
            .filter(reason -> reason != Suspension.Reason.TYPING)
            .isPresent();
    return mayEndEarly && look.isBefore(due) ? look : due;
  }

  /// Why nothing is due now, as a story says it.
  static String because(Instant now, List<Suspension> suspensions) {
    return standsStill(now, suspensions).map(Suspension.Reason::words).orElse("not due yet");
  }

  /// Why the clock stands still now, if it does.
  static Optional<Suspension.Reason> standsStill(Instant now, List<Suspension> suspensions) {
    return suspensions.stream()
        .filter(s -> !s.from().isAfter(now) && s.until().isAfter(now))
        .map(Suspension::reason)
        .findFirst();
  }

  private static List<Suspension> inOrder(List<Suspension> suspensions) {
    return suspensions.stream().sorted(Comparator.comparing(Suspension::from)).toList();
  }
}
