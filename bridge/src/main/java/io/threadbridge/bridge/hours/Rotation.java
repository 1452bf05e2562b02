package io.threadbridge.bridge.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// When one person hands over to the next, by the wall clock.
public sealed interface Rotation {
  /// The time of day of the hand-over.
  LocalTime at();

  /// The hand-over day of the turn that a date belongs to.
  LocalDate turnOf(LocalDate date);

  /// The day on which the turn after this many others begins.
  LocalDate plusTurns(LocalDate handOver, long turns);

  /// How many turns lie between two hand-over days.
  long turnsBetween(LocalDate first, LocalDate second);

  /// Every day.
  record Daily(LocalTime at) implements Rotation {
    @Override
    public LocalDate turnOf(LocalDate date) {
      return date;
    }

    @Override
    public LocalDate plusTurns(LocalDate handOver, long turns) {
      return handOver.plusDays(turns);
    }

    @Override
    public long turnsBetween(LocalDate first, LocalDate second) {
      return ChronoUnit.DAYS.between(first, second);
    }
  }

  /// Once a week, on this day.
  record Weekly(DayOfWeek day, LocalTime at) implements Rotation {
    @Override
    public LocalDate turnOf(LocalDate date) {
      return date.with(TemporalAdjusters.previousOrSame(day));
    }

    @Override
    public LocalDate plusTurns(LocalDate handOver, long turns) {
      return handOver.plusWeeks(turns);
    }

    @Override
    public long turnsBetween(LocalDate first, LocalDate second) {
      return ChronoUnit.WEEKS.between(first, second);
    }
  }
}
