package io.threadbridge.bridge.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Opening hours, one millisecond before each edge and at it.
final class HoursTest {
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// A Monday.
  private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");

  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  /// Put forward from 03:00 to 04:00, in Helsinki and Kyiv.
  private static final LocalDate SPRING = LocalDate.parse("2026-03-29");

  /// Put back from 04:00 to 03:00.
  private static final LocalDate AUTUMN = LocalDate.parse("2026-10-25");

  private static Hours hours(ZoneId zone, Map<DayOfWeek, String> week) {
    return new Hours(zone, intervals(week), Map.of(), Holidays.NONE);
  }

  private static <D> Map<D, List<Interval>> intervals(Map<D, String> days) {
    return days.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, day -> intervals(day.getValue())));
  }

  private static List<Interval> intervals(String written) {
    return Stream.of(written.split(",", -1))
        .filter(interval -> !interval.isBlank())
        .map(Interval::parse)
        .toList();
  }

  private static Instant at(String local) {
    return at(local, HELSINKI);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static void assertOpens(Hours hours, Instant moment) {
    Instant before = moment.minusMillis(1);
    assertThat(hours.isOpen(before)).isFalse();
    assertThat(hours.isOpen(moment)).isTrue();
    assertThat(hours.opensAgain(before)).contains(moment);
    assertThat(hours.nextChange(before)).contains(moment);
    assertThat(hours.opensAgain(moment)).isEmpty();
    assertThat(hours.closedSince(moment)).isEmpty();
  }

  private static void assertCloses(Hours hours, Instant moment) {
    Instant before = moment.minusMillis(1);
    assertThat(hours.isOpen(before)).isTrue();
    assertThat(hours.isOpen(moment)).isFalse();
    assertThat(hours.nextChange(before)).contains(moment);
    assertThat(hours.closedSince(before)).isEmpty();
    assertThat(hours.closedSince(moment)).contains(moment);
  }

  @Test
  void aDayMayHaveSeveralIntervals() {
    Hours hours = hours(HELSINKI, Map.of(DayOfWeek.MONDAY, "13:00-17:00,09:00-12:00"));

    assertOpens(hours, at("2026-06-01T09:00"));
    assertCloses(hours, at("2026-06-01T12:00"));
    assertOpens(hours, at("2026-06-01T13:00"));
    assertCloses(hours, at("2026-06-01T17:00"));
    assertThat(hours.opensAgain(at("2026-06-01T17:00"))).contains(at("2026-06-08T09:00"));
    assertThat(hours.closedSince(at("2026-06-08T08:59"))).contains(at("2026-06-01T17:00"));
  }

  @Test
  void anIntervalMayEndAtMidnightAndGoOnWithTheNext() {
    Hours hours =
        hours(HELSINKI, Map.of(DayOfWeek.MONDAY, "20:00-24:00", DayOfWeek.TUESDAY, "00:00-02:00"));
    Hours ending = hours(HELSINKI, Map.of(DayOfWeek.MONDAY, "20:00-24:00"));

    assertOpens(hours, at("2026-06-01T20:00"));
    assertThat(hours.nextChange(at("2026-06-01T21:00"))).contains(at("2026-06-02T02:00"));
    assertCloses(hours, at("2026-06-02T02:00"));
    assertCloses(ending, at("2026-06-02T00:00"));
  }

  @Test
  void anIntervalMayPassMidnightAlsoFromSundayToMonday() {
    Hours hours = hours(HELSINKI, Map.of(DayOfWeek.SUNDAY, "22:00-26:30"));

    assertOpens(hours, at("2026-05-31T22:00"));
    assertThat(hours.nextChange(at("2026-06-01T00:00"))).contains(at("2026-06-01T02:30"));
    assertCloses(hours, at("2026-06-01T02:30"));
    assertThat(hours.closedSince(at("2026-06-05T12:00"))).contains(at("2026-06-01T02:30"));
  }

  @Test
  void whatBeganBeforeAClosedDateGoesOnIntoIt() {
    Hours hours =
        new Hours(
            HELSINKI,
            intervals(Map.of(DayOfWeek.MONDAY, "22:00-26:00", DayOfWeek.TUESDAY, "09:00-17:00")),
            Map.of(TUESDAY, List.of()),
            Holidays.NONE);

    assertCloses(hours, at("2026-06-02T02:00"));
    assertThat(hours.opensAgain(at("2026-06-02T02:00"))).contains(at("2026-06-08T22:00"));
  }

  @Test
  void anExceptionOutranksAHolidayAndAHolidayTheWeek() {
    Hours hours =
        new Hours(
            HELSINKI,
            intervals(Map.of(DayOfWeek.MONDAY, "09:00-17:00", DayOfWeek.TUESDAY, "09:00-17:00")),
            intervals(Map.of(TUESDAY, "10:00-12:00")),
            date -> !date.isBefore(MONDAY) && !date.isAfter(TUESDAY));

    assertThat(hours.isOpen(at("2026-06-01T10:00"))).isFalse();
    assertOpens(hours, at("2026-06-02T10:00"));
    assertCloses(hours, at("2026-06-02T12:00"));
    assertOpens(hours, at("2026-06-08T09:00"));
  }

  @Test
  void withoutHoursItIsAlwaysOpen() {
    Instant any = at("2026-12-25T03:00");

    assertThat(Hours.ALWAYS.isAlways()).isTrue();
    assertThat(Hours.ALWAYS.isOpen(any)).isTrue();
    assertThat(Hours.ALWAYS.nextChange(any)).isEmpty();
    assertThat(Hours.ALWAYS.opensAgain(any)).isEmpty();
    assertThat(Hours.ALWAYS.closedSince(any)).isEmpty();
  }

  @Test
  void alwaysButForOneHolidayIsNotAlways() {
    Hours hours = new Hours(HELSINKI, Hours.ALWAYS.week(), Map.of(), MONDAY::equals);

    assertThat(hours.isAlways()).isFalse();
    assertCloses(hours, at("2026-06-01T00:00"));
    assertOpens(hours, at("2026-06-02T00:00"));
  }

  @Test
  void aChangeIsLookedForNoFurtherThanItsBound() {
    Hours never = hours(HELSINKI, Map.of());
    Hours once =
        new Hours(HELSINKI, Map.of(), intervals(Map.of(MONDAY, "09:00-10:00")), Holidays.NONE);
    Instant opens = at("2026-06-01T09:00");

    assertThat(never.nextChange(opens)).isEmpty();
    assertThat(never.closedSince(opens)).isEmpty();
    assertThat(once.opensAgain(opens.minus(Duration.ofDays(390)))).contains(opens);
    assertThat(once.opensAgain(opens.minus(Duration.ofDays(401)))).isEmpty();
    assertThat(once.closedSince(opens.plus(Duration.ofDays(390)))).isPresent();
    assertThat(once.closedSince(opens.plus(Duration.ofDays(402)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Helsinki, 2026-03-29, 23",
    "Europe/Helsinki, 2026-10-25, 25",
    "Europe/Kyiv, 2026-03-29, 23",
    "Europe/Kyiv, 2026-10-25, 25",
    "Europe/Copenhagen, 2026-03-29, 23",
    "Europe/Copenhagen, 2026-10-25, 25",
    "America/New_York, 2026-03-08, 23",
    "America/New_York, 2026-11-01, 25",
    // Put forward at midnight: the day begins at one.
    "Africa/Cairo, 2026-04-24, 23",
    // Put back at midnight: the day's last hour comes twice.
    "Africa/Cairo, 2026-10-29, 25"
  })
  void aWholeDayIsAsLongAsTheClockMakesIt(ZoneId zone, LocalDate day, int length) {
    Hours hours =
        new Hours(zone, Map.of(), Map.of(day, List.of(Interval.WHOLE_DAY)), Holidays.NONE);
    Instant opens = day.atStartOfDay(zone).toInstant();

    assertOpens(hours, opens);
    assertCloses(hours, opens.plus(Duration.ofHours(length)));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Helsinki, 2026-03-29, 03:00, 04:00",
    "Europe/Kyiv, 2026-03-29, 03:00, 04:00",
    "Europe/Copenhagen, 2026-03-29, 02:00, 03:00",
    "America/New_York, 2026-03-08, 02:00, 03:00"
  })
  void anIntervalThatBeginsInAnHourLeftOutBeginsWithTheChange(
      ZoneId zone, LocalDate day, String gap, String end) {
    String half = gap.replace(":00", ":30");
    Hours hours = hours(zone, Map.of(DayOfWeek.SUNDAY, half + "-08:00"));
    Hours within = hours(zone, Map.of(DayOfWeek.SUNDAY, gap + "-" + half));

    assertOpens(hours, at(day + "T" + end, zone));
    assertCloses(hours, at(day + "T08:00", zone));
    assertThat(within.opensAgain(at(day.minusDays(1) + "T12:00", zone)))
        .contains(at(day.plusWeeks(1) + "T" + gap, zone));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Helsinki, 2026-10-25, 03:30, 2026-10-25T00:30:00Z",
    "Europe/Kyiv, 2026-10-25, 03:30, 2026-10-25T00:30:00Z",
    "Europe/Copenhagen, 2026-10-25, 02:30, 2026-10-25T00:30:00Z",
    "America/New_York, 2026-11-01, 01:30, 2026-11-01T05:30:00Z"
  })
  void atATimeThatComesTwiceItOpensAndClosesOnce(
      ZoneId zone, LocalDate day, String twice, Instant first) {
    Hours opening = hours(zone, Map.of(DayOfWeek.SUNDAY, twice + "-08:00"));
    Hours closing = hours(zone, Map.of(DayOfWeek.SUNDAY, "00:00-" + twice));

    assertOpens(opening, first);
    assertThat(opening.nextChange(first)).contains(at(day + "T08:00", zone));
    assertCloses(closing, first);
    assertThat(closing.opensAgain(first)).contains(at(day.plusWeeks(1) + "T00:00", zone));
  }

  @Test
  void aNightOverTheChangeIsAnHourShorterOrLonger() {
    Hours nights = hours(HELSINKI, Map.of(DayOfWeek.SATURDAY, "22:00-30:00"));

    assertThat(length(nights, at(SPRING.minusDays(1) + "T22:00"))).isEqualTo(Duration.ofHours(7));
    assertThat(length(nights, at(AUTUMN.minusDays(1) + "T22:00"))).isEqualTo(Duration.ofHours(9));
    assertCloses(nights, at(SPRING + "T06:00"));
    assertCloses(nights, at(AUTUMN + "T06:00"));
  }

  private static Duration length(Hours hours, Instant opens) {
    return Duration.between(opens, hours.nextChange(opens).orElseThrow());
  }

  /// Going from change to change must meet exactly the minutes at which `isOpen` changes.
  @ParameterizedTest
  @CsvSource({"Europe/Helsinki", "Africa/Cairo", "America/St_Johns", "Australia/Lord_Howe"})
  void fromChangeToChangeNothingIsLeftOut(ZoneId zone) {
    Hours hours =
        new Hours(
            zone,
            intervals(
                Map.of(
                    DayOfWeek.FRIDAY, "22:00-29:30",
                    DayOfWeek.SATURDAY, "05:30-09:00,23:30-25:30",
                    DayOfWeek.SUNDAY, "01:45-02:15,03:30-24:00")),
            intervals(Map.of(AUTUMN, "00:30-03:15", SPRING.plusDays(3), "00:00-24:00")),
            Holidays.NONE);
    Instant moment = Instant.parse("2026-03-01T00:00:00Z");
    Instant end = Instant.parse("2026-11-30T00:00:00Z");
    Optional<Instant> next = hours.nextChange(moment);
    for (Instant minute = moment; minute.isBefore(end); minute = minute.plusSeconds(60)) {
      boolean changes = hours.isOpen(minute) != hours.isOpen(minute.minusMillis(1));
      assertThat(changes).as("%s", minute).isEqualTo(next.equals(Optional.of(minute)));
      next = changes ? hours.nextChange(minute) : next;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9-17, is not written like",
    "nine, is not written like",
    "09:60-10:00, is not written like",
    "17:00-09:00, ends before it begins",
    "09:00-09:00, ends before it begins",
    "24:00-25:00, begins outside",
    "09:00-33:01, is longer than a day"
  })
  void anImpossibleIntervalIsRefused(String written, String problem) {
    assertThatThrownBy(() -> Interval.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void anIntervalReadsAsItIsWritten() {
    assertThat(Interval.parse("9:00 – 12:30")).hasToString("09:00-12:30");
    assertThat(Interval.parse("22:00-26:00")).isEqualTo(new Interval(22 * 60, 26 * 60));
    assertThat(Interval.parse("00:00-24:00")).isEqualTo(Interval.WHOLE_DAY);
  }

  @Test
  void overlapsAreRefusedWithinADayAndIntoTheNext() {
    assertThatThrownBy(() -> hours(HELSINKI, Map.of(DayOfWeek.MONDAY, "09:00-12:00,11:59-13:00")))
        .hasMessage("09:00-12:00 and 11:59-13:00 overlap");
    assertThatThrownBy(
            () ->
                hours(
                    HELSINKI,
                    Map.of(DayOfWeek.SUNDAY, "22:00-26:00", DayOfWeek.MONDAY, "01:00-02:00")))
        .hasMessage("22:00-26:00 and 01:00-02:00 of the next day overlap");
  }
}
