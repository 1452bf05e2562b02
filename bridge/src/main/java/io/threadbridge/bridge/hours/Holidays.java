package io.threadbridge.bridge.hours;

import java.time.LocalDate;

/// Which dates are public holidays, in whatever calendars a site keeps.
@FunctionalInterface
public interface Holidays {
  /// No date is one.
  Holidays NONE = _ -> false;

  /// Whether this date is a holiday.
  boolean isHoliday(LocalDate date);
}
