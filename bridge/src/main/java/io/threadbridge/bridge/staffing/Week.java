package io.threadbridge.bridge.staffing;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A desk's demand by hour of the week, local time, from one week or from several.
///
/// @param hours [#HOURS] of them, from Monday's first on
public record Week(List<HourLoad> hours) {
  /// So many hours a week has.
  public static final int HOURS = 168;

  /// A week of which nothing is known.
  public static final Week NONE = new Week(Collections.nCopies(HOURS, HourLoad.NONE));

  static final int HOURS_OF_DAY = 24;

  public Week {
    hours = List.copyOf(hours);
    if (hours.size() != HOURS) {
      throw new IllegalArgumentException("a week has " + HOURS + " hours, not " + hours.size());
    }
  }

  /// What happened in one hour.
  ///
  /// @param hour 0 to 23
  public HourLoad hour(DayOfWeek day, int hour) {
    return hours.get(index(day, hour));
  }

  /// The same week with more in one hour.
  ///
  /// @param hour 0 to 23
  public Week with(DayOfWeek day, int hour, HourLoad more) {
    List<HourLoad> sum = new ArrayList<>(hours);
    sum.set(index(day, hour), hour(day, hour).plus(more));
    return new Week(sum);
  }

  /// Both weeks hour by hour.
  public Week plus(Week other) {
    List<HourLoad> sum = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      sum.add(hours.get(hour).plus(other.hours.get(hour)));
    }
    return new Week(sum);
  }

  /// All hours as if they were one.
  HourLoad total() {
    return hours.stream().reduce(HourLoad.NONE, HourLoad::plus);
  }

  private static int index(DayOfWeek day, int hour) {
    if (hour < 0 || hour >= HOURS_OF_DAY) {
      throw new IllegalArgumentException("an hour is 0 to 23, not " + hour);
    }
    return (day.getValue() - 1) * HOURS_OF_DAY + hour;
  }
}
