package io.threadbridge.bridge.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hours of a site's own day, where clocks are put forward and back.
final class LocalHourTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Helsinki, 2035-06-05T09:10:00Z, 2035-06-05T10:00:00Z",
    "Europe/Helsinki, 2035-06-05T09:00:00Z, 2035-06-05T10:00:00Z",
    "Europe/Helsinki, 2035-10-28T00:10:00Z, 2035-10-28T01:00:00Z",
    "Europe/Helsinki, 2035-10-28T01:10:00Z, 2035-10-28T02:00:00Z",
    "Asia/Kolkata, 2035-06-05T09:10:00Z, 2035-06-05T09:30:00Z",
    "Australia/Lord_Howe, 2035-03-31T14:40:00Z, 2035-03-31T15:00:00Z",
    "Australia/Lord_Howe, 2035-03-31T15:10:00Z, 2035-03-31T15:30:00Z"
  })
  void theNextHourBeginsWhereTheClockShowsIt(ZoneId zone, Instant moment, Instant next) {
    assertThat(LocalHour.nextChange(moment, zone)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Helsinki, 2035-06-05, 23, 2035-06-05T21:00:00Z",
    "Europe/Helsinki, 2035-10-28, 2, 2035-10-28T00:00:00Z",
    "Europe/Helsinki, 2035-10-28, 3, 2035-10-28T02:00:00Z",
    "Europe/Helsinki, 2035-03-25, 2, 2035-03-25T01:00:00Z",
    "Australia/Lord_Howe, 2035-04-01, 1, 2035-03-31T15:30:00Z"
  })
  void anHourThatComesTwiceIsOverTheSecondTime(ZoneId zone, LocalDate date, int hour, Instant end) {
    assertThat(new LocalHour(date, hour).end(zone)).isEqualTo(end);
  }
}
