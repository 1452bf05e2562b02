package io.threadbridge.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.CalendarException;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import org.jspecify.annotations.Nullable;

/// The zones of the machine's Java, by the names that calendars give them; Windows' names too. What
/// a calendar itself says of a zone is not heeded: the library would enter it for the whole
/// program, anew with each reading, and it is often out of date.
final class CalendarZones implements TimeZoneRegistry {
  private static final String[] OTHER_NAMES = {
    "/net/fortuna/ical4j/model/tz.alias",
    "/net/fortuna/ical4j/transform/compliance/msTimezoneNames",
    "/net/fortuna/ical4j/transform/compliance/msTimezoneIds"
  };

  /// The library asks a registry only if it has any rules.
  private static final Map<String, ZoneRules> SOME_RULES = Map.of("UTC", ZoneOffset.UTC.getRules());

  private final Map<String, String> otherNames;

  CalendarZones() {
    Properties names = new Properties();
    for (String file : OTHER_NAMES) {
      try (InputStream stream = TimeZoneRegistry.class.getResourceAsStream(file)) {
        names.load(stream);
      } catch (IOException e) {
        throw new IllegalStateException("the library's names of zones cannot be read", e);
      }
    }
    otherNames =
        names.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(name -> name, names::getProperty));
  }

  @Override
  public ZoneId getZoneId(String name) {
    try {
      return ZoneId.of(name.startsWith("/") ? name.substring(1) : name, otherNames);
    } catch (DateTimeException e) {
      // Not a DateTimeException: on that the library goes on looking by itself.
      throw new CalendarException(e);
    }
  }

  @Override
  public Map<String, ZoneRules> getZoneRules() {
    return SOME_RULES;
  }

  @Override
  public @Nullable String getTzId(String zone) {
    return zone;
  }

  @Override
  public @Nullable TimeZone getTimeZone(String id) {
    return null;
  }

  @Override
  public void register(TimeZone zone) {
    // Not heeded, see above.
  }

  @Override
  public void register(TimeZone zone, boolean update) {
    // Not heeded, see above.
  }

  @Override
  public void clear() {
    // Nothing is kept.
  }
}
