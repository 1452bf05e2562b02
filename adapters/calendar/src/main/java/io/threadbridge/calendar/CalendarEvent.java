package io.threadbridge.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;

/// One event of a calendar, with its repetitions. Each of them is as long on the wall clock as the
/// first, so that shifts that follow one another leave nobody out on the night of a change.
///
/// @param zone of times without one, and of whole days
record CalendarEvent(VEvent event, Temporal start, ZoneId zone) {
  /// How long ago an event may have begun to repeat.
  static final Duration REPEATING_AT_MOST = Duration.ofDays(30L * 366);

  /// How many times a day a rule may name.
  static final int TIMES_A_DAY_AT_MOST = 24;

  static CalendarEvent of(VEvent event, ZoneId zone) throws CalendarProblem {
    Optional<DtStart<Temporal>> start = event.getProperty(Property.DTSTART);
    if (start.isEmpty()) {
      throw new CalendarProblem("an event of it has no start");
    }
    // The steps of a rule are days, which an instant does not know.
    Temporal date = start.get().getDate();
    Temporal seed = date instanceof Instant instant ? instant.atZone(ZoneOffset.UTC) : date;
    return new CalendarEvent(event, seed, zone);
  }

  boolean isCancelled() {
    return event
        .<Property>getProperty(Property.STATUS)
        .map(status -> "CANCELLED".equalsIgnoreCase(status.getValue()))
        .orElse(false);
  }

  /// The name that it shares with the changes of single repetitions.
  String uid() {
    return event.<Property>getProperty(Property.UID).map(Property::getValue).orElse("");
  }

  /// Which repetition of another event it replaces, if it does.
  Optional<Instant> replaces() {
    return event
        .<DateProperty<Temporal>>getProperty(Property.RECURRENCE_ID)
        .map(id -> moment(id.getDate()));
  }

  /// How long it is by the wall clock; zero for one that has no end.
  Duration length() {
    LocalDateTime end = wall(end().orElse(start));
    return Duration.between(wall(start), end);
  }

  private Optional<Temporal> end() {
    Optional<DtEnd<Temporal>> end = event.getProperty(Property.DTEND);
    Optional<net.fortuna.ical4j.model.property.Duration> duration =
        event.getProperty(Property.DURATION);
    if (end.isPresent() || duration.isEmpty()) {
      return end.map(DtEnd::getDate)
          .or(
              () ->
                  start instanceof LocalDate day ? Optional.of(day.plusDays(1)) : Optional.empty());
    }
    TemporalAmount length = duration.get().getDuration();
    return Optional.of(clock(start).plus(length));
  }

  /// What a wall clock in the zone of the event's start shows.
  private LocalDateTime wall(Temporal time) {
    return clock(time).withZoneSameInstant(clock(start).getZone()).toLocalDateTime();
  }

  /// The beginnings of all repetitions that last into the time between.
  Stream<Instant> beginnings(Instant from, Instant until) throws CalendarProblem {
    Instant first = from.minus(length()).minus(Duration.ofDays(1));
    Set<Instant> left = dates(Property.EXDATE).collect(Collectors.toUnmodifiableSet());
    Stream<Instant> all = Stream.concat(Stream.of(moment(start)), dates(Property.RDATE));
    List<RRule<Temporal>> rules = event.getProperties(Property.RRULE);
    for (RRule<Temporal> rule : rules) {
      all = Stream.concat(all, repetitions(rule.getRecur(), first, until));
    }
    return all.distinct()
        .filter(moment -> moment.isAfter(first) && moment.isBefore(until))
        .filter(moment -> !left.contains(moment));
  }

  /// The end of the repetition that begins then.
  Instant end(Instant beginning) {
    ZonedDateTime local = beginning.atZone(clock(start).getZone());
    return local.toLocalDateTime().plus(length()).atZone(local.getZone()).toInstant();
  }

  private Stream<Instant> repetitions(Recur<Temporal> rule, Instant first, Instant until)
      throws CalendarProblem {
    if (first.isAfter(moment(start).plus(REPEATING_AT_MOST))) {
      throw new CalendarProblem("an event of it began to repeat more than 30 years ago");
    }
    refuseOften(rule);
    return rule.getDates(start, like(first), like(until)).stream().map(this::moment);
  }

  /// A rule of a few letters can name a million moments.
  private static void refuseOften(Recur<Temporal> rule) throws CalendarProblem {
    boolean steady =
        switch (rule.getFrequency()) {
          case DAILY, WEEKLY, MONTHLY, YEARLY -> true;
          case HOURLY, MINUTELY, SECONDLY -> false;
        };
    long times =
        Stream.of(rule.getHourList(), rule.getMinuteList(), rule.getSecondList())
            .mapToLong(list -> Math.max(1, list.size()))
            .reduce(1, Math::multiplyExact);
    if (!steady || times > TIMES_A_DAY_AT_MOST) {
      throw new CalendarProblem("an event of it repeats too often for a shift");
    }
  }

  private Stream<Instant> dates(String name) {
    List<DateListProperty<Temporal>> lists = event.getProperties(name);
    return lists.stream()
        .filter(list -> !list.getParameter(Parameter.VALUE).equals(Optional.of(Value.PERIOD)))
        .flatMap(list -> list.getDates().stream())
        .map(this::moment);
  }

  private Instant moment(Temporal time) {
    return clock(time).toInstant();
  }

  private ZonedDateTime clock(Temporal time) {
    return switch (time) {
      case ZonedDateTime zoned -> zoned;
      case OffsetDateTime offset -> offset.toZonedDateTime();
      case Instant instant -> instant.atZone(ZoneOffset.UTC);
      case LocalDateTime local -> local.atZone(zone);
      case LocalDate day -> day.atStartOfDay(zone);
      default -> throw new IllegalArgumentException("a time of an unknown kind");
    };
  }

  /// A moment of the kind of the event's start, which the library compares with.
  private Temporal like(Instant moment) {
    return switch (start) {
      case LocalDate _ -> LocalDate.ofInstant(moment, zone);
      case LocalDateTime _ -> LocalDateTime.ofInstant(moment, zone);
      default -> moment.atZone(clock(start).getZone());
    };
  }
}
