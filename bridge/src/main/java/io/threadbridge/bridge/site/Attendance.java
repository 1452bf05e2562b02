package io.threadbridge.bridge.site;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many people were there, hour by hour, as long as the figures do not have it. Nobody is in
/// it: two people for half an hour are as good as one for all of it.
///
/// An hour that is over never changes any more. So the figures are told what it came to, not what
/// came to it, and whoever tells them twice, or late, changes nothing.
///
/// @param hours the hours of the site's own days, in order; at most [#HOURS_MAX], of more the
///     oldest are let go and are unknown
/// @param tryAt when those that are over are to be counted again if nobody hears that they were
public record Attendance(SortedMap<LocalHour, Attended> hours, Optional<Instant> tryAt)
    implements SitePart {
  /// So many hours can wait for figures that are away: three days and nights.
  public static final int HOURS_MAX = 72;

  /// So long whoever counts has for it.
  static final Duration TURN = Duration.ofMinutes(1);

  /// Nobody was seen yet.
  public static final Attendance NONE = new Attendance(new TreeMap<>(), Optional.empty());

  /// Hours that nobody changes afterwards.
  public Attendance {
    NavigableMap<LocalHour, Attended> last = new TreeMap<>(hours);
    while (last.size() > HOURS_MAX) {
      last.pollFirstEntry();
    }
    hours = Collections.unmodifiableSortedMap(last);
  }

  /// With so many people from one moment to another, which may be hours later. Counted from
  /// millisecond to millisecond, so that it does not matter how many steps there were.
  Attendance with(int people, Instant from, Instant until, ZoneId zone) {
    NavigableMap<LocalHour, Attended> more = new TreeMap<>(hours);
    Instant begin = from;
    while (begin.isBefore(until)) {
      Instant change = LocalHour.nextChange(begin, zone);
      Instant end = change.isBefore(until) ? change : until;
      long millis = end.toEpochMilli() - begin.toEpochMilli();
      if (millis > 0) {
        more.merge(LocalHour.of(begin, zone), Attended.by(people, millis), Attended::plus);
      }
      begin = end;
    }
    return new Attendance(more, tryAt);
  }

  /// The hours that are over by now.
  public SortedMap<LocalHour, Attended> over(Instant now, ZoneId zone) {
    NavigableMap<LocalHour, Attended> over = new TreeMap<>(hours);
    over.keySet().removeIf(hour -> hour.end(zone).isAfter(now));
    return over;
  }

  /// Somebody counts what is over, until `at`.
  Attendance begun(Instant at) {
    return new Attendance(hours, Optional.of(at));
  }

  /// Without hours that were counted just so.
  Attendance without(Map<LocalHour, Attended> counted) {
    NavigableMap<LocalHour, Attended> rest = new TreeMap<>(hours);
    counted.forEach(rest::remove);
    return new Attendance(rest, Optional.empty());
  }
}
