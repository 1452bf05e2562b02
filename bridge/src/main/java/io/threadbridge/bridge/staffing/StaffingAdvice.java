package io.threadbridge.bridge.staffing;

import java.util.List;

/// One thing worth saying about who is there when. It names hours and numbers, and never a person.
public sealed interface StaffingAdvice {
  /// So many pieces of advice are given at once.
  int ADVICE_MAX = 3;

  /// The hours it speaks of.
  Span span();

  /// Over how many weeks it looks.
  int weeks();

  /// Visitors waited, and with so many people the goal would have been kept.
  ///
  /// @param waited how many waited over [HourLoad#LONG_WAIT]
  /// @param needed the fewest people who would have kept the goal in each of the hours
  record MorePeople(Span span, int weeks, int waited, Presence present, int needed)
      implements StaffingAdvice {}

  /// Visitors waited although enough people were there: they may have been busy with other work, so
  /// what helps is to agree who looks after the chat.
  ///
  /// @param waited how many waited over [HourLoad#LONG_WAIT]
  record SomebodyInCharge(Span span, int weeks, int waited, Presence present)
      implements StaffingAdvice {}

  /// Nobody waited, and nobody would have with one person fewer.
  ///
  /// @param present who was there in each of the hours, at least two
  record OneFewer(Span span, int weeks, int present) implements StaffingAdvice {}

  /// What is worth saying of a week, the most useful first: at most [#ADVICE_MAX] pieces of which
  /// no two speak of the same hour, and none if all is well.
  static List<StaffingAdvice> of(Week week, StaffingGoal goal) {
    return new Adviser(week, goal).advice();
  }
}
