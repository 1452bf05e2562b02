package io.threadbridge.bridge.staffing;

import java.time.DayOfWeek;

/// Whole hours of one day of the week, local time.
///
/// @param from 0 to 23
/// @param until after `from`, at most 24; exclusive
public record Span(DayOfWeek day, int from, int until) {
  public Span {
    if (from < 0 || until <= from || until > Week.HOURS_OF_DAY) {
      throw new IllegalArgumentException("no hours of a day: " + from + " to " + until);
    }
  }

  int hours() {
    return until - from;
  }
}
