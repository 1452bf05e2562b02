package io.threadbridge.bench.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a channel had lines that waited to be posted.
///
/// @param periods none touches another, in order, in microseconds
record Backlog(List<Period> periods) {
  private static final double MICROS_PER_SECOND = 1_000_000;

  /// From a line's being sent to its being posted.
  record Period(long from, long to) {}

  /// The union of these periods.
  static Backlog of(List<Period> waits) {
    List<Period> sorted = waits.stream().sorted(Comparator.comparingLong(Period::from)).toList();
    List<Period> periods = new ArrayList<>();
    for (Period wait : sorted) {
      Period last = periods.isEmpty() ? null : periods.getLast();
      if (last != null && wait.from() <= last.to()) {
        periods.set(periods.size() - 1, new Period(last.from(), Math.max(last.to(), wait.to())));
      } else {
        periods.add(wait);
      }
    }
    return new Backlog(List.copyOf(periods));
  }

  double seconds() {
    return periods.stream().mapToLong(period -> period.to() - period.from()).sum()
        / MICROS_PER_SECOND;
  }
}
