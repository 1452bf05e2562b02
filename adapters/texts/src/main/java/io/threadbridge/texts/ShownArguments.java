package io.threadbridge.texts;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A message's arguments as messages can show them. A moment is a time of day in the site's zone; a
/// message may also show its date, or choose words by the day it falls on. A number may be shown in
/// words.
final class ShownArguments {
  /// What follows a moment's name for the day it falls on: `today`, `tomorrow`, `week` or `later`.
  private static final String DAY_SUFFIX = "_day";

  /// What follows a moment's name for the moment itself, to be shown by an ICU date format.
  private static final String DATE_SUFFIX = "_date";

  /// What follows a number's name for the number in words.
  private static final String WORDS_SUFFIX = "_words";

  /// Greater numbers are easier to read in digits.
  private static final long IN_WORDS_MAX = 12;

  /// From here on a weekday's name alone would say another week's day.
  private static final long DAYS_OF_WEEK = 7;

  /// The argument that holds a language's tag and is shown as that language's name.
  private static final String LANGUAGE_ARGUMENT = "language";

  private final ULocale locale;
  private final ZoneId zone;
  private final Instant now;

  private ShownArguments(ULocale locale, ZoneId zone, Instant now) {
    this.locale = locale;
    this.zone = zone;
    this.now = now;
  }

  /// The argument from which this one is made, or itself.
  static String source(String name) {
    return Stream.of(DAY_SUFFIX, DATE_SUFFIX, WORDS_SUFFIX)
        .filter(name::endsWith)
        .map(suffix -> name.substring(0, name.length() - suffix.length()))
        .findFirst()
        .orElse(name);
  }

  /// @param names what the message asks for
  static Map<String, Object> of(
      Map<String, Object> arguments, Set<String> names, ULocale locale, ZoneId zone, Instant now) {
    ShownArguments shown = new ShownArguments(locale, zone, now);
    Map<String, Object> all = shown.shown(arguments);
    for (String name : names) {
      if (name.endsWith(WORDS_SUFFIX) && arguments.get(source(name)) instanceof Number number) {
        all.put(name, shown.inWords(number.longValue()));
      }
    }
    return all;
  }

  private String inWords(long number) {
    NumberFormat format =
        number <= IN_WORDS_MAX
            ? new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT)
            : NumberFormat.getIntegerInstance(locale);
    return format.format(number);
  }

  private Map<String, Object> shown(Map<String, Object> arguments) {
    Map<String, Object> shown = new HashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (value instanceof Instant moment) {
            shown.put(name, timeOfDay(moment));
            shown.put(name + DAY_SUFFIX, day(moment));
            shown.put(name + DATE_SUFFIX, calendar(moment));
          } else {
            shown.put(name, name.equals(LANGUAGE_ARGUMENT) ? nameOf(value.toString()) : value);
          }
        });
    return shown;
  }

  private String timeOfDay(Instant moment) {
    DateFormat timeOfDay = DateFormat.getTimeInstance(DateFormat.SHORT, locale);
    timeOfDay.setTimeZone(timeZone());
    return timeOfDay.format(Date.from(moment));
  }

  /// ICU formats a calendar in the calendar's own zone.
  private Calendar calendar(Instant moment) {
    Calendar calendar = Calendar.getInstance(timeZone(), locale);
    calendar.setTime(Date.from(moment));
    return calendar;
  }

  private TimeZone timeZone() {
    return zone.normalized() instanceof ZoneOffset offset
        ? new SimpleTimeZone(offset.getTotalSeconds() * 1000, zone.getId())
        : TimeZone.getTimeZone(zone.getId());
  }

  private String day(Instant moment) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    long days = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(moment, zone));
    if (days == 0) {
      return "today";
    }
    if (days == 1) {
      return "tomorrow";
    }
    return days > 0 && days < DAYS_OF_WEEK ? "week" : "later";
  }

  /// What a language is called; a tag that is none is shown as it was written.
  private String nameOf(String tag) {
    ULocale named = ULocale.forLanguageTag(tag);
    return named.getLanguage().isEmpty() ? tag : named.getDisplayNameWithDialect(locale);
  }
}
