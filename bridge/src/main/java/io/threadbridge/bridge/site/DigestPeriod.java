package io.threadbridge.bridge.site;

import java.time.LocalDate;

/// The days of which one digest tells.
///
/// @param from the first, in the site's zone
/// @param to the last; the same as `from` for a single day
public record DigestPeriod(LocalDate from, LocalDate to) {
  /// So many days a week has.
  public static final int WEEK = 7;

  /// Days in their order.
  ///
  /// @throws IllegalArgumentException if they are not
  public DigestPeriod {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("no days: from " + from + " to " + to);
    }
  }

  /// One day.
  public static DigestPeriod day(LocalDate day) {
    return new DigestPeriod(day, day);
  }

  /// The week that ends with this day.
  public static DigestPeriod weekTo(LocalDate last) {
    return new DigestPeriod(last.minusDays(WEEK - 1L), last);
  }

  /// Whether it is a single day.
  public boolean isDay() {
    return from.equals(to);
  }

  /// Whether this day is one of them.
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
