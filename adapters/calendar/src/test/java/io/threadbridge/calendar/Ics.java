package io.threadbridge.calendar;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Calendars as text.
final class Ics {
  static final String HELSINKI_WITHOUT_SUMMER_TIME =
      """
      BEGIN:VTIMEZONE
      TZID:Europe/Helsinki
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0200
      END:STANDARD
      END:VTIMEZONE
      """;

  private Ics() {}

  /// A calendar of these events; lines of an event are given without their frame.
  static String calendar(String... events) {
    String head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n";
    return Stream.of(events)
        .map(event -> event.startsWith("BEGIN") ? event : framed(event))
        .collect(Collectors.joining("", head, "END:VCALENDAR\n"))
        .replace("\n", "\r\n");
  }

  private static String framed(String event) {
    return "BEGIN:VEVENT\n" + event.strip() + "\nEND:VEVENT\n";
  }
}
