package io.threadbridge.bridge.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;

/// An hour of a site's own day. The hour that a night of 25 hours has twice is one of them here;
/// the one that a night of 23 hours lacks stays empty.
///
/// @param hour 0 to 23
public record LocalHour(LocalDate date, int hour) implements Comparable<LocalHour> {
  private static final Comparator<LocalHour> ORDER =
      Comparator.comparing(LocalHour::date).thenComparingInt(LocalHour::hour);

  /// The hour of a moment.
  public static LocalHour of(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    return new LocalHour(local.toLocalDate(), local.getHour());
  }

  @Override
  public int compareTo(LocalHour other) {
    return ORDER.compare(this, other);
  }
}
