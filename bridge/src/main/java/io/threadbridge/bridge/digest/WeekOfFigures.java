package io.threadbridge.bridge.digest;

import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.staffing.HourLoad;
import io.threadbridge.bridge.staffing.Week;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/// What several weeks' figures say of each hour of the week, for staffing advice. How long one
/// conversation takes is the same in every hour; how many people were there is told if it is known
/// of half of all these hours.
public final class WeekOfFigures {
  private static final int HOURS = 24;

  private WeekOfFigures() {}

  /// The hours of all these weeks added up. Weeks before the first in which anything happened do
  /// not count: the site may not have been there.
  ///
  /// @param figures of whole weeks
  public static Week of(Figures figures) {
    Duration handling = figures.of(Measure.HANDLING).mean().orElse(Duration.ZERO);
    int weeks = weeks(figures);
    Week week = Week.NONE;
    if (weeks == 0) {
      return week;
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      for (int hour = 0; hour < HOURS; hour++) {
        OptionalDouble present = figures.presence(day, hour).average(weeks);
        week = week.with(day, hour, load(figures.in(day, hour), weeks, handling, present));
      }
    }
    return week;
  }

  private static int weeks(Figures figures) {
    if (figures.hours().isEmpty()) {
      return 0;
    }
    LocalDate first = figures.hours().firstKey().date();
    long days = ChronoUnit.DAYS.between(first, figures.to()) + 1;
    return Math.toIntExact(Math.ceilDiv(days, (long) DayOfWeek.values().length));
  }

  /// Long waits of a later answer are in the same count. More people would not have shortened
  /// those, many of which were promised so: of first waits no more were long than were not answered
  /// within a minute.
  private static HourLoad load(
      Counts counts, int weeks, Duration handling, OptionalDouble present) {
    int arrivals = Math.toIntExact(counts.waitedForFirst());
    int answered = Math.toIntExact(Math.min(arrivals, counts.of(Kind.FIRST_ANSWER)));
    long inVain = counts.of(Kind.FIRST_UNANSWERED);
    long perhaps = inVain + counts.of(Kind.FIRST_ANSWER) - counts.of(Kind.ANSWERED_IN_A_MINUTE);
    long allLong = counts.of(Kind.WAITED_LONG);
    int waitedLong = Math.toIntExact(Math.clamp(allLong, 0, Math.max(0, perhaps)));
    int missed = Math.toIntExact(Math.min(waitedLong, counts.of(Kind.MISSED)));
    return new HourLoad(
        weeks,
        arrivals,
        answered,
        handling.multipliedBy(answered),
        waitedLong,
        missed,
        Math.toIntExact(allLong - waitedLong),
        present);
  }
}
