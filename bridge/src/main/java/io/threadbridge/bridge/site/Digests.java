package io.threadbridge.bridge.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Up to when the desk has been told how it went. Dates and not moments: whoever sets the digest
/// to another time reads no day twice, and no day is left out.
///
/// @param day the last day that was told or let go; empty as long as no day is to be told
/// @param week the last Sunday of such a week; empty as long as no week is to be told
public record Digests(Optional<LocalDate> day, Optional<LocalDate> week) implements SitePart {
  /// So late a digest is still told; what is older nobody asks for any more.
  public static final Duration LATE_MAX = Duration.ofDays(3);

  static final Digests NONE = new Digests(Optional.empty(), Optional.empty());

  /// With a beginning for what was not to be told before: nothing up to this moment is told.
  Digests begun(SitePolicy policy, Instant since) {
    DigestTimes times = policy.digests();
    ZoneId zone = policy.zone();
    return new Digests(
        times.lastDay(zone, since).map(day::orElse), times.lastWeek(zone, since).map(week::orElse));
  }

  /// As it is at a later moment.
  ///
  /// @param since from when on periods count that were not to be told before
  Digests at(SitePolicy policy, Instant since, Instant now) {
    DigestTimes times = policy.digests();
    ZoneId zone = policy.zone();
    Digests begun = begun(policy, since);
    return new Digests(
        times.lastDay(zone, now).map(last -> later(last, begun.day)),
        times.lastWeek(zone, now).map(last -> later(last, begun.week)));
  }

  /// What has become due since an earlier value, the earliest first; without what is too old.
  List<DigestPeriod> since(Digests before, SitePolicy policy, Instant now) {
    DigestTimes times = policy.digests();
    Instant oldest = now.minus(LATE_MAX);
    Stream<Due> days =
        due(before.day, day, 1, last -> times.momentOfDay(last, policy.zone()), DigestPeriod::day);
    Stream<Due> weeks =
        due(
            before.week,
            week,
            DigestPeriod.WEEK,
            last -> times.momentOfWeek(last, policy.zone()),
            DigestPeriod::weekTo);
    return Stream.concat(days, weeks)
        .filter(due -> due.at().isAfter(oldest))
        .sorted(Comparator.comparing(Due::at))
        .map(Due::period)
        .toList();
  }

  /// When the next one comes up.
  Optional<Instant> nextChange(SitePolicy policy, Instant now) {
    DigestTimes times = policy.digests();
    ZoneId zone = policy.zone();
    Optional<Instant> nextDay =
        times.lastDay(zone, now).flatMap(last -> times.momentOfDay(last.plusDays(1), zone));
    Optional<Instant> nextWeek =
        times.lastWeek(zone, now).flatMap(last -> times.momentOfWeek(last.plusWeeks(1), zone));
    return Stream.of(nextDay, nextWeek).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /// One period and its moment.
  private record Due(DigestPeriod period, Instant at) {}

  /// The last few of those that end after `before` and up to `last`.
  private static Stream<Due> due(
      Optional<LocalDate> before,
      Optional<LocalDate> last,
      int days,
      Function<LocalDate, Optional<Instant>> moment,
      Function<LocalDate, DigestPeriod> period) {
    if (before.isEmpty() || last.isEmpty()) {
      return Stream.empty();
    }
    return Stream.iterate(last.get(), end -> end.isAfter(before.get()), end -> end.minusDays(days))
        .limit(LATE_MAX.toDays() + 1)
        .flatMap(end -> moment.apply(end).map(at -> new Due(period.apply(end), at)).stream());
  }

  private static LocalDate later(LocalDate one, Optional<LocalDate> other) {
    return other.filter(date -> date.isAfter(one)).orElse(one);
  }
}
