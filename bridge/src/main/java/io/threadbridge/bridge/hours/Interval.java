package io.threadbridge.bridge.hours;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of a day, in minutes since its local midnight. One that passes midnight belongs to the
/// day on which it begins: 22:00–26:00 ends at two in the next morning.
///
/// @param from 0 to 1,439
/// @param until after `from`, at most 1,440 later; exclusive
public record Interval(int from, int until) {
  /// How an interval is written.
  public static final String FORM = "09:00-17:00 (22:00-26:00 ends at 2 the next morning)";

  /// From midnight to midnight.
  public static final Interval WHOLE_DAY = new Interval(0, Interval.DAY);

  static final int DAY = 24 * 60;

  private static final int HOUR = 60;

  private static final Pattern WRITTEN =
      Pattern.compile("([0-2]?\\d):([0-5]\\d)\\s*[-–]\\s*([0-4]?\\d):([0-5]\\d)");

  public Interval {
    if (from < 0 || from >= DAY) {
      throw new IllegalArgumentException("begins outside of its day");
    }
    if (until <= from) {
      throw new IllegalArgumentException(
          "ends before it begins; past midnight count on: 22:00-26:00");
    }
    if (until > from + DAY) {
      throw new IllegalArgumentException("is longer than a day");
    }
  }

  /// Reads `09:00-17:00`; hours past midnight go on counting.
  ///
  /// @throws IllegalArgumentException if it is not written so, with what is wrong
  public static Interval parse(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("is not written like " + FORM);
    }
    return new Interval(
        minutes(parts.group(1), parts.group(2)), minutes(parts.group(3), parts.group(4)));
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
  }

  /// Whether both have a moment in common when the other's day begins `daysLater` after this one's.
  boolean overlaps(Interval other, int daysLater) {
    int shift = daysLater * DAY;
    return from < other.until + shift && other.from + shift < until;
  }

  @Override
  public String toString() {
    return written(from) + "-" + written(until);
  }

  private static String written(int minutes) {
    return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
  }
}
