package io.threadbridge.bridge.site;

import io.threadbridge.bridge.hours.LocalMoments;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// When a desk reads how it went, by the site's own clock: each period has one moment, also on days
/// of 23 and of 25 hours.
///
/// @param daily at which time the day before is told; empty: never
/// @param weekly when the last whole week from Monday to Sunday is told; empty: never
public record DigestTimes(Optional<LocalTime> daily, Optional<Weekly> weekly) {
  /// No digest at all.
  public static final DigestTimes OFF = new DigestTimes(Optional.empty(), Optional.empty());

  /// Before a small firm opens; the week after the day, so that both can be read together.
  public static final DigestTimes USUAL =
      new DigestTimes(
          Optional.of(LocalTime.of(8, 0)),
          Optional.of(new Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 5))));

  /// A time on a day of the week.
  public record Weekly(DayOfWeek day, LocalTime at) {}

  /// The last day whose digest has come up by now.
  Optional<LocalDate> lastDay(ZoneId zone, Instant now) {
    return daily.map(time -> lastDate(time, zone, now).minusDays(1));
  }

  /// The Sunday of the last week whose digest has come up by now.
  Optional<LocalDate> lastWeek(ZoneId zone, Instant now) {
    return weekly.map(
        told ->
            lastDate(told.at(), zone, now)
                .with(TemporalAdjusters.previousOrSame(told.day()))
                .with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)));
  }

  /// When a day is told.
  Optional<Instant> momentOfDay(LocalDate day, ZoneId zone) {
    return daily.map(time -> LocalMoments.of(day.plusDays(1).atTime(time), zone));
  }

  /// When the week that ends with this Sunday is told.
  Optional<Instant> momentOfWeek(LocalDate sunday, ZoneId zone) {
    return weekly.map(
        told -> {
          LocalDate day = sunday.with(TemporalAdjusters.next(told.day()));
          return LocalMoments.of(day.atTime(told.at()), zone);
        });
  }

  /// The last date on which the wall clock has come to this time.
  private static LocalDate lastDate(LocalTime time, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return LocalMoments.of(today.atTime(time), zone).isAfter(now) ? today.minusDays(1) : today;
  }
}
