package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The steps of the staff's clock, PRODUCT 1.2, as data: a row is a moment and what happens then.
public final class StaffClock {
  /// The table's two columns.
  public enum Column {
    /// Nobody has answered or claimed yet.
    FIRST,
    /// Claimed, or already answered once.
    LATER
  }

  /// What a row does.
  public enum Action {
    /// A hold text to the visitor: a sign of life.
    HOLD
  }

  /// One row of one column.
  public record Step(Duration after, Action action) {}

  private StaffClock() {}

  /// The rows of a column, by time. Calls, on-call people, the later hold texts and the manager
  /// join here.
  public static List<Step> steps(Policy policy, Column column) {
    return switch (column) {
      case FIRST -> List.of(new Step(policy.firstHold(), Action.HOLD));
      case LATER -> List.of(new Step(policy.laterHold(), Action.HOLD));
    };
  }

  static Optional<Instant> dueAt(Policy policy, Column column, Instant from, int done) {
    List<Step> steps = steps(policy, column);
    return done < steps.size() ? Optional.of(from.plus(steps.get(done).after())) : Optional.empty();
  }
}
