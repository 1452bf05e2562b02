package io.threadbridge.config;

import io.threadbridge.bridge.hours.Holidays;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.hours.Interval;
import io.threadbridge.calendar.PublicHolidays;
import io.threadbridge.config.Settings.HoursSettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Hours as the settings have them.
///
/// @param key where they stand, such as `threadbridge.sites.shop.hours`
record ConfiguredHours(String key, ZoneId zone) {
  Hours hours(HoursSettings settings) {
    Map<DayOfWeek, List<Interval>> week = week(settings);
    Map<LocalDate, List<Interval>> exceptions = exceptions(settings.exceptions());
    Holidays holidays = holidays(settings.holidays());
    if (week.isEmpty() && exceptions.isEmpty() && holidays.equals(Holidays.NONE)) {
      return Hours.ALWAYS;
    }
    try {
      return new Hours(zone, week.isEmpty() ? Hours.ALWAYS.week() : week, exceptions, holidays);
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(
          key + ": " + e.getMessage(), "end one interval before the next begins", e);
    }
  }

  private Map<DayOfWeek, List<Interval>> week(HoursSettings settings) {
    Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<String> written = written(settings, day);
      if (written != null) {
        week.put(day, intervals(key + "." + day.toString().toLowerCase(Locale.ROOT), written));
      }
    }
    return week;
  }

  private static @Nullable List<String> written(HoursSettings settings, DayOfWeek day) {
    return switch (day) {
      case MONDAY -> settings.monday();
      case TUESDAY -> settings.tuesday();
      case WEDNESDAY -> settings.wednesday();
      case THURSDAY -> settings.thursday();
      case FRIDAY -> settings.friday();
      case SATURDAY -> settings.saturday();
      case SUNDAY -> settings.sunday();
    };
  }

  private Map<LocalDate, List<Interval>> exceptions(Map<String, List<String>> settings) {
    Map<LocalDate, List<Interval>> exceptions = new TreeMap<>();
    settings.forEach(
        (date, written) -> {
          String place = key + ".exceptions." + date;
          exceptions.put(date(place, date), intervals(place, written));
        });
    return exceptions;
  }

  static LocalDate date(String key, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new SettingsProblem(key + " is no date: " + written, "write one such as 2026-12-24", e);
    }
  }

  private static List<Interval> intervals(String key, List<String> written) {
    List<Interval> intervals = new ArrayList<>();
    for (String one : written) {
      try {
        intervals.add(Interval.parse(one));
      } catch (IllegalArgumentException e) {
        throw new SettingsProblem(
            key + ": " + one + " " + e.getMessage(), "write " + Interval.FORM, e);
      }
    }
    return intervals;
  }

  private Holidays holidays(List<String> calendars) {
    try {
      return PublicHolidays.of(calendars);
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(
          key + ".holidays: " + e.getMessage(),
          "name a country, such as fi, or a part of one, such as de-by",
          e);
    }
  }
}
