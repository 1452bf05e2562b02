package io.threadbridge.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.hours.Holidays;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Named calendars of public holidays.
final class PublicHolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "fi, 2026-12-06, true",
    "fi, 2026-06-20, true",
    "fi, 2026-12-07, false",
    "ua, 2026-08-24, true",
    "ua, 2026-08-25, false",
    "dk, 2026-05-14, true",
    "se, 2026-06-06, true",
    "de, 2026-10-03, true",
    "de, 2026-01-06, false",
    "de-by, 2026-01-06, true",
    "de-by, 2026-10-03, true",
    "gb-eng, 2026-08-31, true",
    "gb-sct, 2026-11-30, true",
    "gb-eng, 2026-11-30, false",
    "us, 2026-11-26, true",
    "us, 2026-02-14, false",
    "FI, 2027-03-26, true"
  })
  void aCalendarKnowsItsDays(String calendar, LocalDate date, boolean holiday) {
    Holidays holidays = PublicHolidays.of(List.of(calendar));

    assertThat(holidays.isHoliday(date)).isEqualTo(holiday);
    assertThat(holidays.isHoliday(date)).as("remembered").isEqualTo(holiday);
  }

  @Test
  void severalCalendarsCountTogether() {
    Holidays both = PublicHolidays.of(List.of("fi", "ua"));

    assertThat(both.isHoliday(LocalDate.parse("2026-12-06"))).isTrue();
    assertThat(both.isHoliday(LocalDate.parse("2026-08-24"))).isTrue();
    assertThat(PublicHolidays.of(List.of())).isSameAs(Holidays.NONE);
  }

  @Test
  void yearsBeyondThoseThatAreRememberedAreReckonedToo() {
    Holidays holidays = PublicHolidays.of(List.of("fi"));

    for (int year = 2020; year < 2020 + 2 * PublicHolidays.YEARS_AT_MOST; year++) {
      assertThat(holidays.isHoliday(LocalDate.of(year, 12, 6))).isTrue();
      assertThat(holidays.isHoliday(LocalDate.of(year, 12, 7))).isFalse();
    }
  }

  @Test
  void anUnknownNameIsToldWithThoseThatThereAre() {
    assertThatThrownBy(() -> PublicHolidays.of(List.of("suomi")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"suomi\"")
        .hasMessageContaining(" fi, ")
        .hasMessageContaining(" ua, ");
    assertThatThrownBy(() -> PublicHolidays.of(List.of("de-bayern")))
        .hasMessageContaining("\"de-bayern\"")
        .hasMessageContaining(" by, ");
    assertThatThrownBy(() -> PublicHolidays.of(List.of("fi-")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PublicHolidays.of(List.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Turkish writes the small letter of `I` without a dot.
  @Test
  void namesAreReadTheSameOnEveryMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(PublicHolidays.of(List.of("FI")).isHoliday(LocalDate.parse("2026-12-06")))
          .isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }
}
