package io.threadbridge.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.threadbridge.bridge.hours.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The public holidays of one or more named calendars: a country, such as `fi`, or a part of one,
/// such as `de-by` or `gb-eng`. Sundays are none, and days that are only observed are none either.
/// Whether a firm works on one its exceptions say.
public final class PublicHolidays implements Holidays {
  /// How many years are remembered; others are reckoned each time.
  static final int YEARS_AT_MOST = 16;

  private final List<Calendar> calendars;
  private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  private PublicHolidays(List<Calendar> calendars) {
    this.calendars = calendars;
  }

  /// One calendar, and the parts of it that are meant.
  private record Calendar(HolidayManager holidays, List<String> parts) {
    Set<Holiday> of(int year) {
      return holidays.getHolidays(Year.of(year), parts.toArray(String[]::new));
    }
  }

  /// The holidays of these calendars together.
  ///
  /// @throws IllegalArgumentException if there is no calendar of a name, with those that there are
  public static Holidays of(List<String> names) {
    return names.isEmpty()
        ? Holidays.NONE
        : new PublicHolidays(names.stream().map(PublicHolidays::calendar).toList());
  }

  @Override
  public boolean isHoliday(LocalDate date) {
    Set<LocalDate> known = years.get(date.getYear());
    if (known == null) {
      known = year(date.getYear());
      if (years.size() < YEARS_AT_MOST) {
        years.put(date.getYear(), known);
      }
    }
    return known.contains(date);
  }

  private Set<LocalDate> year(int year) {
    return calendars.stream()
        .flatMap(calendar -> calendar.of(year).stream())
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Calendar calendar(String name) {
    List<String> parts = List.of(name.strip().toLowerCase(Locale.ROOT).split("-", -1));
    String country = parts.getFirst();
    Set<String> countries =
        HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!countries.contains(country)) {
      throw unknown(name, countries);
    }
    HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(country));
    CalendarHierarchy place = holidays.getCalendarHierarchy();
    for (String part : parts.subList(1, parts.size())) {
      Map<String, CalendarHierarchy> children = place.getChildren();
      CalendarHierarchy child = children.get(part);
      if (child == null) {
        throw unknown(name, new TreeSet<>(children.keySet()));
      }
      place = child;
    }
    return new Calendar(holidays, parts.subList(1, parts.size()));
  }

  private static IllegalArgumentException unknown(String name, Set<String> known) {
    return new IllegalArgumentException(
        "there is no holiday calendar \"%s\"; there are: %s"
            .formatted(name, known.isEmpty() ? "none below it" : String.join(", ", known)));
  }
}
