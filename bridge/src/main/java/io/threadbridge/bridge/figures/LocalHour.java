package io.threadbridge.bridge.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.Optional;

/// An hour of a site's own day. The hour that a night of 25 hours has twice is one of them here;
/// the one that a night of 23 hours lacks stays empty.
///
/// @param hour 0 to 23
public record LocalHour(LocalDate date, int hour) implements Comparable<LocalHour> {
  private static final long SECONDS = 3_600;

  private static final Comparator<LocalHour> ORDER =
      Comparator.comparing(LocalHour::date).thenComparingInt(LocalHour::hour);

  /// The hour of a moment.
  public static LocalHour of(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    return new LocalHour(local.toLocalDate(), local.getHour());
  }

  /// The next moment at which the clock may show another hour: when this one ends, or when the
  /// clock is put forward or back. All moments before it are in the same hour.
  public static Instant nextChange(Instant moment, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    int offset = rules.getOffset(moment).getTotalSeconds();
    long hour = Math.floorDiv(moment.getEpochSecond() + offset, SECONDS);
    Instant next = Instant.ofEpochSecond((hour + 1) * SECONDS - offset);
    return Optional.ofNullable(rules.nextTransition(moment))
        .map(ZoneOffsetTransition::getInstant)
        .filter(change -> change.isBefore(next))
        .orElse(next);
  }

  /// When it is over for good: that which comes twice, the second time.
  public Instant end(ZoneId zone) {
    LocalDateTime last = date.atTime(hour, 0).plusHours(1).minusNanos(1);
    return last.atZone(zone).withLaterOffsetAtOverlap().plusNanos(1).toInstant();
  }

  @Override
  public int compareTo(LocalHour other) {
    return ORDER.compare(this, other);
  }
}
