package io.threadbridge.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read from a calendar's events.
final class CalendarShiftsTest {
  private static final Staff ANNA = new Staff("slack:U0ANNA", "Anna", Optional.empty());
  private static final Staff BORIS = new Staff("slack:U0BORIS", "Boris", Optional.empty());

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// A Monday, in winter.
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private static CalendarShifts.Reading read(String... events) throws CalendarProblem {
    return read(NOW, events);
  }

  private static CalendarShifts.Reading read(Instant now, String... events) throws CalendarProblem {
    CalendarPeople people =
        new CalendarPeople(
            Map.of("Anna A", ANNA, "boris@example.com", BORIS, "Boris", BORIS, "Anna", BORIS));
    return new CalendarShifts(people, HELSINKI).read(Ics.calendar(events), now);
  }

  private static Shift shift(Staff who, String from, String until) {
    return new Shift(who, Instant.parse(from), Instant.parse(until));
  }

  @Test
  void anEventIsAShiftOfWhomItsSummaryNames() throws CalendarProblem {
    CalendarShifts.Reading reading =
        read(
            "SUMMARY:On call: ANNA  a\nDTSTART:20260303T070000Z\nDTEND:20260303T150000Z",
            "SUMMARY:Dentist\nDTSTART:20260303T070000Z\nDTEND:20260303T150000Z");

    assertThat(reading.shifts().all())
        .containsExactly(shift(ANNA, "2026-03-03T07:00:00Z", "2026-03-03T15:00:00Z"));
    assertThat(reading.unnamed()).isEqualTo(1);
  }

  @Test
  void ofTwoNamesTheLongerIsMeantAndAPartOfAWordIsNone() throws CalendarProblem {
    String time = "\nDTSTART:20260303T070000Z\nDURATION:PT1H";

    assertThat(read("SUMMARY:Anna A" + time).shifts().all())
        .extracting(Shift::who)
        .containsExactly(ANNA);
    assertThat(read("SUMMARY:Anna" + time).shifts().all())
        .extracting(Shift::who)
        .containsExactly(BORIS);
    assertThat(read("SUMMARY:Annabel\\, Borisa" + time).unnamed()).isEqualTo(1);
    assertThat(read("SUMMARY:Boris / Anna A" + time).shifts().all())
        .extracting(Shift::who)
        .containsExactly(BORIS, ANNA);
  }

  @Test
  void attendeesAreKnownByNameOrAddress() throws CalendarProblem {
    assertThat(
            read("""
                SUMMARY:On call
                ATTENDEE;CN="Anna A":mailto:x@example.com
                ATTENDEE:mailto:Boris@Example.com
                DTSTART:20260303T070000Z
                DTEND:20260303T080000Z""")
                .shifts()
                .all())
        .extracting(Shift::who)
        .containsExactly(ANNA, BORIS);
  }

  @Test
  void timesAreInTheirZoneOrElseInTheSites() throws CalendarProblem {
    assertThat(
            read(
                    """
                SUMMARY:Anna A
                DTSTART;TZID=America/New_York:20260303T090000
                DTEND;TZID=America/New_York:20260303T100000""",
                    """
                SUMMARY:Anna A
                DTSTART;TZID=FLE Standard Time:20260304T090000
                DTEND;TZID=FLE Standard Time:20260304T100000""",
                    "SUMMARY:Anna A\nDTSTART:20260305T090000\nDTEND:20260305T100000",
                    "SUMMARY:Anna A\nDTSTART;VALUE=DATE:20260306\nDTEND;VALUE=DATE:20260308",
                    "SUMMARY:Anna A\nDTSTART;VALUE=DATE:20260309")
                .shifts()
                .all())
        .containsExactly(
            shift(ANNA, "2026-03-03T14:00:00Z", "2026-03-03T15:00:00Z"),
            shift(ANNA, "2026-03-04T07:00:00Z", "2026-03-04T08:00:00Z"),
            shift(ANNA, "2026-03-05T07:00:00Z", "2026-03-05T08:00:00Z"),
            shift(ANNA, "2026-03-05T22:00:00Z", "2026-03-07T22:00:00Z"),
            shift(ANNA, "2026-03-08T22:00:00Z", "2026-03-09T22:00:00Z"));
  }

  /// The calendar says that Helsinki has no summer time; the machine knows better.
  @Test
  void whatTheCalendarSaysOfAZoneIsNotHeeded() throws CalendarProblem {
    assertThat(
            read(
                    Ics.HELSINKI_WITHOUT_SUMMER_TIME,
                    """
                SUMMARY:Anna A
                DTSTART;TZID=Europe/Helsinki:20260401T090000
                DTEND;TZID=Europe/Helsinki:20260401T100000""")
                .shifts()
                .all())
        .containsExactly(shift(ANNA, "2026-04-01T06:00:00Z", "2026-04-01T07:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;TZID=Europe/Helsinki:20260105T090000\nDTEND;TZID=Europe/Helsinki:20260112T090000",
        "DTSTART;TZID=Europe/Helsinki:20260105T090000\nDURATION:P7D",
        "DTSTART:20260105T090000\nDTEND:20260112T090000"
      })
  void weeklyShiftsFollowOneAnotherOverTheChange(String time) throws CalendarProblem {
    List<Shift> shifts = read("SUMMARY:Anna A\nRRULE:FREQ=WEEKLY\n" + time).shifts().all();

    assertThat(shifts)
        .contains(
            shift(ANNA, "2026-03-16T07:00:00Z", "2026-03-23T07:00:00Z"),
            shift(ANNA, "2026-03-23T07:00:00Z", "2026-03-30T06:00:00Z"),
            shift(ANNA, "2026-03-30T06:00:00Z", "2026-04-06T06:00:00Z"));
    assertThat(shifts.getFirst())
        .isEqualTo(shift(ANNA, "2026-02-23T07:00:00Z", "2026-03-02T07:00:00Z"));
    assertThat(shifts).hasSize(10);
  }

  @Test
  void wholeWeeksFollowOneAnotherOverTheChange() throws CalendarProblem {
    List<Shift> shifts =
        read("SUMMARY:Anna A\nRRULE:FREQ=WEEKLY\nDTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260112")
            .shifts()
            .all();

    assertThat(shifts)
        .contains(
            shift(ANNA, "2026-03-22T22:00:00Z", "2026-03-29T21:00:00Z"),
            shift(ANNA, "2026-03-29T21:00:00Z", "2026-04-05T21:00:00Z"));
  }

  /// At 03:30, which the night of the change leaves out in spring.
  @Test
  void aShiftThatBeginsInTheHourLeftOutIsThereOnceAndTheNextIsOnTime() throws CalendarProblem {
    List<Shift> shifts =
        read("""
                SUMMARY:Anna A
                RRULE:FREQ=DAILY
                DTSTART;TZID=Europe/Helsinki:20260301T033000
                DTEND;TZID=Europe/Helsinki:20260301T093000""")
            .shifts()
            .all();

    assertThat(shifts)
        .filteredOn(shift -> shift.from().toString().startsWith("2026-03-29"))
        .hasSize(1)
        .allSatisfy(
            shift -> assertThat(shift.covers(Instant.parse("2026-03-29T02:00:00Z"))).isTrue());
    assertThat(shifts)
        .contains(
            shift(ANNA, "2026-03-28T01:30:00Z", "2026-03-28T07:30:00Z"),
            shift(ANNA, "2026-03-30T00:30:00Z", "2026-03-30T06:30:00Z"));
  }

  @Test
  void rulesEndAndSingleRepetitionsAreLeftOutMovedAndCancelled() throws CalendarProblem {
    List<Shift> shifts =
        read(
                """
                UID:1
                SUMMARY:Anna A
                RRULE:FREQ=DAILY;UNTIL=20260308T070000Z
                EXDATE:20260303T070000Z
                DTSTART;TZID=Europe/Helsinki:20260302T090000
                DTEND;TZID=Europe/Helsinki:20260302T100000""",
                """
                UID:1
                SUMMARY:Boris
                RECURRENCE-ID;TZID=Europe/Helsinki:20260304T090000
                DTSTART;TZID=Europe/Helsinki:20260304T120000
                DTEND;TZID=Europe/Helsinki:20260304T130000""",
                """
                UID:1
                SUMMARY:Anna A
                STATUS:CANCELLED
                RECURRENCE-ID;TZID=Europe/Helsinki:20260305T090000
                DTSTART;TZID=Europe/Helsinki:20260305T090000
                DTEND;TZID=Europe/Helsinki:20260305T100000""",
                """
                UID:2
                SUMMARY:Boris
                STATUS:CANCELLED
                DTSTART:20260306T090000Z
                DTEND:20260306T100000Z""")
            .shifts()
            .all();

    assertThat(shifts)
        .containsExactly(
            shift(ANNA, "2026-03-02T07:00:00Z", "2026-03-02T08:00:00Z"),
            shift(BORIS, "2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z"),
            shift(ANNA, "2026-03-06T07:00:00Z", "2026-03-06T08:00:00Z"),
            shift(ANNA, "2026-03-07T07:00:00Z", "2026-03-07T08:00:00Z"),
            shift(ANNA, "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z"));
  }

  @Test
  void everySecondWeekAndCountedRulesAreExpanded() throws CalendarProblem {
    assertThat(
            read("""
                SUMMARY:Anna A
                RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=4
                RDATE:20260401T070000Z
                DTSTART:20260302T070000Z
                DTEND:20260302T080000Z""")
                .shifts()
                .all())
        .extracting(Shift::from)
        .containsExactly(
            Instant.parse("2026-03-02T07:00:00Z"),
            Instant.parse("2026-03-03T07:00:00Z"),
            Instant.parse("2026-03-16T07:00:00Z"),
            Instant.parse("2026-03-17T07:00:00Z"),
            Instant.parse("2026-04-01T07:00:00Z"));
  }

  @Test
  void itLooksSixtyDaysAheadAndSeesWhatStillLasts() throws CalendarProblem {
    String rule = "SUMMARY:Anna A\nRRULE:FREQ=DAILY\nDTSTART:20000101T120000Z\nDURATION:PT13H";
    List<Shift> shifts = read(rule).shifts().all();
    String long1 = "SUMMARY:Anna A\nDTSTART:20250101T000000Z\nDTEND:20270101T000000Z";
    Instant end = NOW.plus(CalendarShifts.AHEAD);

    assertThat(shifts.getFirst().from()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(shifts.getLast().from()).isEqualTo(end.minus(Duration.ofHours(12)));
    assertThat(shifts).hasSize(61);
    assertThat(read(long1).shifts().all()).hasSize(1);
    assertThat(read(Instant.parse("2027-01-01T00:00:00Z"), long1).shifts().all()).isEmpty();
  }

  @Test
  void anEventWithoutLengthIsNoShift() throws CalendarProblem {
    assertThat(read("SUMMARY:Anna A\nDTSTART:20260303T070000Z").shifts().all()).isEmpty();
    assertThat(
            read("SUMMARY:Anna A\nDTSTART:20260303T070000Z\nDTEND:20260303T060000Z").shifts().all())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY\nDTSTART:20260302T070000Z\nDURATION:PT1S",
        "RRULE:FREQ=HOURLY\nDTSTART:20260302T070000Z\nDURATION:PT1S",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5\nDTSTART:20260302T070000Z\nDURATION:PT1S",
        "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17\n"
            + "DTSTART:20260302T070000Z\nDURATION:PT1S",
        "RRULE:FREQ=DAILY\nDTSTART:18000101T070000Z\nDURATION:PT1H",
        "RRULE:FREQ=FORTNIGHTLY\nDTSTART:20260302T070000Z\nDURATION:PT1H",
        "DTSTART:soon\nDURATION:PT1H",
        "DTSTART;TZID=Middle-earth/Shire:20260302T070000\nDURATION:PT1H",
        "DURATION:PT1H"
      })
  void whatCannotBeAShiftIsRefused(String event) {
    assertThatThrownBy(() -> read("SUMMARY:Anna A\n" + event)).isInstanceOf(CalendarProblem.class);
  }

  @Test
  void aCalendarWithTooManyEventsIsRefused() {
    String[] events = new String[CalendarShifts.EVENTS_AT_MOST + 1];
    Arrays.fill(events, "SUMMARY:x\nDTSTART:20200101T000000Z");

    assertThatThrownBy(() -> read(events)).hasMessageContaining("1000 events");
  }

  @Test
  void readingOftenLeavesNoZonesBehind() throws CalendarProblem {
    read(Ics.HELSINKI_WITHOUT_SUMMER_TIME);
    Set<String> before = new TreeSet<>(ZoneId.getAvailableZoneIds());
    for (int reading = 0; reading < 10; reading++) {
      read(Ics.HELSINKI_WITHOUT_SUMMER_TIME);
    }

    assertThat(ZoneId.getAvailableZoneIds()).hasSameSizeAs(before);
    assertThat(before).noneMatch(zone -> zone.contains("ical4j"));
  }
}
