package io.threadbridge.config;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Layer;
import io.threadbridge.bridge.hours.OnCall;
import io.threadbridge.bridge.hours.Rota;
import io.threadbridge.bridge.hours.Rotation;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.calendar.CalendarRota;
import io.threadbridge.config.Settings.CalendarSettings;
import io.threadbridge.config.Settings.HoursSettings;
import io.threadbridge.config.Settings.LayerSettings;
import io.threadbridge.config.Settings.OnCallSettings;
import io.threadbridge.config.Settings.Person;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a site is served and by whom, as the settings have it.
///
/// @param site where it stands, such as `threadbridge.sites.shop`
/// @param zone the site's
/// @param desk the site's
record ConfiguredStaffing(String site, ZoneId zone, DeskRef desk) {
  private static final String PERSON = "write {id: slack:U0123456789, name: Anna}";
  private static final String WEEKLY = "monday 09:00";
  private static final String DAILY = "09:00";

  Staffing staffing(HoursSettings hours, OnCallSettings onCall, Optional<CalendarRota> calendar) {
    OnCall layers = rota(onCall.layers());
    String key = site + ".on-call";
    if (onCall.capacityPerPerson() < 1) {
      throw new SettingsProblem(
          key + ".capacity-per-person is " + onCall.capacityPerPerson(),
          "write how many waiting visitors one person can serve, at least 1");
    }
    return new Staffing(
        new ConfiguredHours(site + ".hours", zone).hours(hours),
        hours.decideAlone(),
        calendar
            .<OnCall>map(rota -> onCall.layers().isEmpty() ? rota : rota.then(layers))
            .orElse(layers),
        Optional.ofNullable(onCall.manager()).map(one -> person(key + ".manager", one)),
        onCall.capacityPerPerson(),
        overflow(key + ".overflow-desk", onCall.overflowDesk()));
  }

  /// The rota that is kept in a calendar, if the site has one.
  Optional<CalendarRota> calendar(OnCallSettings onCall) {
    CalendarSettings settings = onCall.calendar();
    if (settings == null) {
      return Optional.empty();
    }
    String key = site + ".on-call.calendar";
    URI address = settings.address();
    if (address == null || address.getHost() == null || !isWeb(address)) {
      // The address itself is not shown: it may be a secret.
      throw new SettingsProblem(
          key + ".address is missing, or no web address",
          "write the calendar's iCalendar address, which begins with https://");
    }
    Map<String, Staff> people = new LinkedHashMap<>();
    for (int place = 0; place < settings.people().size(); place++) {
      Person person = settings.people().get(place);
      Staff staff = person(key + ".people[" + place + "]", person);
      String called = person.calendarName() == null ? staff.name() : person.calendarName();
      people.put(called, staff);
    }
    try {
      return Optional.of(new CalendarRota(address, people, zone));
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(key + ".people: " + e.getMessage(), "list them: " + PERSON, e);
    }
  }

  private static boolean isWeb(URI address) {
    String scheme = address.getScheme();
    return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
  }

  private Rota rota(List<LayerSettings> settings) {
    String key = site + ".on-call.layers";
    List<Layer> layers = new ArrayList<>();
    for (int place = 0; place < settings.size(); place++) {
      layers.add(layer(key + "[" + place + "]", settings.get(place)));
    }
    try {
      return new Rota(layers);
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(key + ": " + e.getMessage(), "take layers away", e);
    }
  }

  private Layer layer(String key, LayerSettings settings) {
    if (settings.start() == null) {
      throw new SettingsProblem(
          key + ".start is missing", "write the date on which the first person begins");
    }
    ZoneId ofLayer = settings.zone() == null ? zone : zone(key + ".zone", settings.zone());
    List<Staff> people = new ArrayList<>();
    for (int place = 0; place < settings.people().size(); place++) {
      people.add(person(key + ".people[" + place + "]", settings.people().get(place)));
    }
    try {
      return new Layer(
          people,
          rotation(key + ".hand-over", settings),
          ofLayer,
          ConfiguredHours.date(key + ".start", settings.start()),
          new ConfiguredHours(key + ".hours", ofLayer).hours(settings.hours()));
    } catch (IllegalArgumentException e) {
      throw new SettingsProblem(key + ".people: " + e.getMessage(), "list them: " + PERSON, e);
    }
  }

  private static Rotation rotation(String key, LayerSettings settings) {
    String written = settings.handOver();
    try {
      return switch (settings.rotation()) {
        case DAILY -> new Rotation.Daily(LocalTime.parse(written == null ? DAILY : written));
        case WEEKLY -> weekly(written == null ? WEEKLY : written);
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new SettingsProblem(
          key + " is no hand-over: " + written,
          "write \"" + WEEKLY + "\", or with a daily rotation \"" + DAILY + "\"",
          e);
    }
  }

  private static Rotation weekly(String written) {
    String[] parts = written.strip().split("\\s+", 2);
    return new Rotation.Weekly(
        DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        LocalTime.parse(parts[parts.length - 1]));
  }

  private static Staff person(String key, Person person) {
    String id = person.id();
    String name = person.name();
    if (id == null || !id.matches("[a-z]+:\\S+") || name == null || name.isBlank()) {
      throw new SettingsProblem(key + " has no id or no name", PERSON);
    }
    return new Staff(id, name.strip(), Optional.empty());
  }

  private Optional<DeskRef> overflow(String key, @Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    DeskRef overflow = ConfiguredSites.desk(key, written);
    if (overflow.equals(desk)) {
      throw new SettingsProblem(key + " is the site's own desk", "name another, or leave it out");
    }
    return Optional.of(overflow);
  }

  static ZoneId zone(String key, String written) {
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      throw new SettingsProblem(
          key + " is no time zone: " + written, "write one such as Europe/Helsinki", e);
    }
  }
}
