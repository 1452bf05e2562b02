package io.threadbridge.bridge.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The opening hours of a site: a week, public holidays on which it is closed, and dates that are
/// as they say. An exception outranks a holiday, a holiday the week. An interval begins and ends
/// when the wall clock first shows its times; one that begins in an hour that is left out begins
/// with the change.
///
/// @param zone whose wall clock is meant
/// @param week intervals by the day on which they begin; a day that is missing is closed
/// @param exceptions what holds on a date instead, nothing for closed; at most
///     [#EXCEPTIONS_AT_MOST]
public record Hours(
    ZoneId zone,
    Map<DayOfWeek, List<Interval>> week,
    Map<LocalDate, List<Interval>> exceptions,
    Holidays holidays) {
  /// How many intervals a day may have.
  public static final int INTERVALS_AT_MOST = 12;

  /// How many dates may be exceptions.
  public static final int EXCEPTIONS_AT_MOST = 1_000;

  /// How far a change is looked for: a year that begins on any day, and a month.
  public static final int DAYS_AT_MOST = 400;

  /// Never closed: what holds where no hours are set.
  public static final Hours ALWAYS =
      new Hours(
          ZoneOffset.UTC,
          Arrays.stream(DayOfWeek.values())
              .collect(
                  Collectors.toUnmodifiableMap(
                      Function.identity(), _ -> List.of(Interval.WHOLE_DAY))),
          Map.of(),
          Holidays.NONE);

  public Hours {
    week = copy(week);
    exceptions = copy(exceptions);
    if (exceptions.size() > EXCEPTIONS_AT_MOST) {
      throw new IllegalArgumentException("more than " + EXCEPTIONS_AT_MOST + " exceptions");
    }
    week.forEach(Hours::refuseOverlaps);
    exceptions.forEach(Hours::refuseOverlaps);
    for (DayOfWeek day : week.keySet()) {
      refuseOverlap(week, day);
    }
  }

  /// Whether it is open at this moment.
  public boolean isOpen(Instant at) {
    return isAlways() || around(at).anyMatch(span -> span.covers(at));
  }

  /// When it next opens or closes, after this moment; nothing if not within [#DAYS_AT_MOST].
  public Optional<Instant> nextChange(Instant at) {
    return isOpen(at) ? closes(at) : opensAgain(at);
  }

  /// When it opens, if it is closed at this moment and opens within [#DAYS_AT_MOST].
  public Optional<Instant> opensAgain(Instant at) {
    if (isOpen(at)) {
      return Optional.empty();
    }
    LocalDate today = today(at);
    return days(today.minusDays(1), DAYS_AT_MOST)
        .flatMap(this::spans)
        .map(Span::from)
        .filter(from -> from.isAfter(at))
        .findFirst();
  }

  /// Since when it has been closed, if it is closed at this moment and was open within
  /// [#DAYS_AT_MOST].
  public Optional<Instant> closedSince(Instant at) {
    if (isOpen(at)) {
      return Optional.empty();
    }
    LocalDate tomorrow = today(at).plusDays(1);
    return LongStream.range(0, DAYS_AT_MOST)
        .mapToObj(tomorrow::minusDays)
        .map(day -> lastEnd(day, at))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Whether there is nothing that could ever close it.
  public boolean isAlways() {
    return exceptions.isEmpty() && holidays.equals(Holidays.NONE) && week.equals(ALWAYS.week);
  }

  /// The end of this day or, where yesterday's passes midnight, of the day before.
  private Optional<Instant> lastEnd(LocalDate day, Instant at) {
    Optional<Instant> end = ends(day, at).max(Comparator.naturalOrder());
    return end.isEmpty()
        ? end
        : Stream.concat(end.stream(), ends(day.minusDays(1), at)).max(Comparator.naturalOrder());
  }

  private Stream<Instant> ends(LocalDate day, Instant at) {
    return spans(day).map(Span::until).filter(until -> !until.isAfter(at));
  }

  /// The end of the span around this moment and of those that follow without a break.
  private Optional<Instant> closes(Instant at) {
    if (isAlways()) {
      return Optional.empty();
    }
    LocalDate yesterday = today(at).minusDays(1);
    Instant end = at;
    for (int day = 0; day < DAYS_AT_MOST; day++) {
      LocalDate date = yesterday.plusDays(day);
      if (date.isAfter(today(end).plusDays(1))) {
        return Optional.of(end);
      }
      for (Span span : spans(date).toList()) {
        end = span.covers(end) ? span.until() : end;
      }
    }
    return Optional.empty();
  }

  /// What may cover this moment. Where the clock is put back over midnight the next day's hours may
  /// have begun already.
  private Stream<Span> around(Instant at) {
    return days(today(at).minusDays(1), 3).flatMap(this::spans);
  }

  private LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static Stream<LocalDate> days(LocalDate first, int count) {
    return LongStream.range(0, count).mapToObj(first::plusDays);
  }

  /// What begins on this day, in order; nothing of which the clock leaves out the whole.
  private Stream<Span> spans(LocalDate day) {
    return intervals(day).stream()
        .map(interval -> new Span(moment(day, interval.from()), moment(day, interval.until())))
        .filter(span -> span.from().isBefore(span.until()));
  }

  private Instant moment(LocalDate day, int minutes) {
    LocalDateTime local = day.atStartOfDay().plusMinutes(minutes);
    return LocalMoments.of(local, zone);
  }

  private List<Interval> intervals(LocalDate day) {
    List<Interval> exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    return holidays.isHoliday(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private static <D> Map<D, List<Interval>> copy(Map<D, List<Interval>> days) {
    return days.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> sorted(day.getValue())));
  }

  private static List<Interval> sorted(List<Interval> intervals) {
    return intervals.stream().sorted(Comparator.comparingInt(Interval::from)).toList();
  }

  private static void refuseOverlaps(Object day, List<Interval> intervals) {
    if (intervals.size() > INTERVALS_AT_MOST) {
      throw new IllegalArgumentException(day + " has more than " + INTERVALS_AT_MOST);
    }
    for (int next = 1; next < intervals.size(); next++) {
      refuseOverlap(intervals.get(next - 1), intervals.get(next), 0);
    }
  }

  /// The last of a day may pass midnight into the next day's first.
  private static void refuseOverlap(Map<DayOfWeek, List<Interval>> week, DayOfWeek day) {
    List<Interval> first = week.getOrDefault(day, List.of());
    List<Interval> second = week.getOrDefault(day.plus(1), List.of());
    if (!first.isEmpty() && !second.isEmpty()) {
      refuseOverlap(first.getLast(), second.getFirst(), 1);
    }
  }

  private static void refuseOverlap(Interval one, Interval other, int daysLater) {
    if (one.overlaps(other, daysLater)) {
      throw new IllegalArgumentException(
          one + " and " + other + (daysLater > 0 ? " of the next day" : "") + " overlap");
    }
  }

  /// An interval of one date.
  private record Span(Instant from, Instant until) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }
}
