package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The steps of the staff's clock, PRODUCT 1.2, as data: a row is a moment and what happens then.
///
/// @param first the rows of a first answer, by time
/// @param later the rows once somebody has claimed or answered, by time
public record StaffClock(List<Step> first, List<Step> later) {
  /// The most rows of a column.
  public static final int STEPS_MAX = 40;

  /// The most hold texts of one wait; after them the widget shows a state and no further text.
  public static final int HOLDS_MAX = 3;

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
    HOLD,
    /// A hold text with the choice: keep waiting, be called back, or get the answer by email.
    HOLD_WITH_CHOICE,
    /// Whoever has it is nudged privately.
    NUDGE_CLAIMER,
    /// The desk is called: a post in the channel that links the card.
    CALL_DESK,
    /// The next person of the rota who has not been told and has not claimed is told directly.
    TELL_ON_CALL,
    /// The manager is told.
    TELL_MANAGER,
    /// Another desk is called.
    CALL_OVERFLOW,
    /// A webhook is called.
    CALL_HOOK,
    /// The conversation counts as missed; it stays answerable.
    MISS;

    /// Whether the visitor reads something.
    boolean isHold() {
      return this == HOLD || this == HOLD_WITH_CHOICE;
    }
  }

  /// One row of one column.
  public record Step(Duration after, Action action) {
    static Step at(int seconds, Action action) {
      return new Step(Duration.ofSeconds(seconds), action);
    }
  }

  /// PRODUCT's table.
  public static final StaffClock DEFAULT =
      new StaffClock(
          List.of(
              Step.at(10, Action.HOLD),
              Step.at(45, Action.CALL_DESK),
              Step.at(90, Action.TELL_ON_CALL),
              Step.at(120, Action.HOLD_WITH_CHOICE),
              Step.at(180, Action.TELL_ON_CALL),
              Step.at(240, Action.HOLD),
              Step.at(300, Action.TELL_MANAGER),
              Step.at(300, Action.MISS)),
          List.of(
              Step.at(60, Action.NUDGE_CLAIMER),
              Step.at(120, Action.HOLD),
              Step.at(180, Action.CALL_DESK),
              Step.at(240, Action.HOLD_WITH_CHOICE),
              Step.at(300, Action.TELL_ON_CALL),
              Step.at(360, Action.HOLD),
              Step.at(360, Action.TELL_MANAGER),
              Step.at(360, Action.MISS)));

  /// A clock whose rows are in order.
  public StaffClock {
    requireOrder(first);
    requireOrder(later);
  }

  /// The same with other moments of the first hold text of each column.
  public StaffClock holding(Duration firstHold, Duration laterHold) {
    return new StaffClock(
        moved(first, firstHold(Column.FIRST), firstHold),
        moved(later, firstHold(Column.LATER), laterHold));
  }

  private static List<Step> moved(List<Step> steps, int index, Duration after) {
    List<Step> result = new ArrayList<>(steps);
    result.set(index, new Step(after, steps.get(index).action()));
    result.sort(Comparator.comparing(Step::after));
    return List.copyOf(result);
  }

  /// The rows of a column, by time.
  public List<Step> steps(Column column) {
    return switch (column) {
      case FIRST -> first;
      case LATER -> later;
    };
  }

  /// When the row after `done` rows is due.
  Optional<Instant> dueAt(Column column, Instant from, int done) {
    List<Step> steps = steps(column);
    return done < steps.size() ? Optional.of(from.plus(steps.get(done).after())) : Optional.empty();
  }

  /// The place of the first hold text; -1 if there is none.
  int firstHold(Column column) {
    List<Action> actions = steps(column).stream().map(Step::action).toList();
    return actions.indexOf(actions.stream().filter(Action::isHold).findFirst().orElse(Action.HOLD));
  }

  /// How many rows come before the first of this kind; all of them if there is none.
  int before(Column column, Action action) {
    List<Action> actions = steps(column).stream().map(Step::action).toList();
    int index = actions.indexOf(action);
    return index < 0 ? actions.size() : index;
  }

  /// When the row after `done` rows comes, from the beginning of the column.
  Duration afterOf(Column column, int done) {
    List<Step> steps = steps(column);
    return done < steps.size() ? steps.get(done).after() : Duration.ZERO;
  }

  private static void requireOrder(List<Step> steps) {
    if (steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException("more than " + STEPS_MAX + " rows");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).after().compareTo(steps.get(i - 1).after()) < 0) {
        throw new IllegalArgumentException("rows out of order: " + steps.get(i));
      }
    }
  }
}
