package io.threadbridge.bench.year;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.hours.Holidays;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.hours.Interval;
import io.threadbridge.bridge.hours.Layer;
import io.threadbridge.bridge.hours.Rota;
import io.threadbridge.bridge.hours.Rotation;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// What a firm is: its zone, hours, people and rota.
final class House {
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration YEAR = Duration.ofDays(365);
  private static final List<String> ZONES =
      List.of("Europe/Helsinki", "Europe/Kyiv", "Europe/Copenhagen", "America/New_York");

  /// Of a hundred arrivals so many fall into each of these hours of the local day.
  private static final List<Integer> BY_HOUR =
      List.of(1, 0, 0, 0, 0, 0, 1, 2, 5, 8, 9, 9, 8, 8, 8, 8, 8, 7, 5, 4, 4, 3, 1, 1);

  private final Site site;
  private final StaffRoom staffRoom;
  private final Optional<Staff> manager;

  private House(Site site, StaffRoom staffRoom, Optional<Staff> manager) {
    this.site = site;
    this.staffRoom = staffRoom;
    this.manager = manager;
  }

  static House of(int number, Policy policy) {
    ZoneId zone = ZoneId.of(ZONES.get(number % ZONES.size()));
    List<Staff> people =
        IntStream.range(0, 2 + number % 4).mapToObj(i -> person("U" + number + "-" + i)).toList();
    Hours hours = new Hours(zone, week(number), Map.of(), Holidays.NONE);
    Rotation weekly = new Rotation.Weekly(DayOfWeek.SUNDAY, LocalTime.of(3, 30));
    LocalDate start = LocalDate.of(2025, 12, 28);
    Rota rota = new Rota(List.of(new Layer(people, weekly, zone, start, Hours.ALWAYS)));
    Optional<Staff> manager = Optional.of(person("UBOSS" + number));
    Staffing staffing = new Staffing(hours, true, rota, manager, 3, Optional.empty());
    Site site =
        new Site(
            new SiteName("firm" + number),
            "Firm " + number,
            List.of("https://firm.example"),
            new DeskRef("slack:C" + number),
            List.of("en"),
            "en",
            zone,
            List.of(),
            Duration.ofHours(2),
            policy,
            staffing);
    return new House(site, new StaffRoom(people), manager);
  }

  /// Every fifth firm never closes; the others have days of eight to ten hours.
  private static Map<DayOfWeek, List<Interval>> week(int number) {
    if (number % 5 == 0) {
      return Hours.ALWAYS.week();
    }
    Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
    List<Interval> day = List.of(Interval.parse(number % 2 == 0 ? "08:00-18:00" : "09:00-17:00"));
    for (DayOfWeek weekday : DayOfWeek.values()) {
      week.put(weekday, weekday == DayOfWeek.SUNDAY ? List.of() : day);
    }
    return week;
  }

  private static Staff person(String id) {
    return new Staff("slack:" + id, id, Optional.empty());
  }

  Site site() {
    return site;
  }

  StaffRoom staffRoom() {
    return staffRoom;
  }

  Sites sites() {
    return new Sites() {
      @Override
      public Optional<Site> find(SiteName name) {
        return Optional.of(site);
      }

      @Override
      public List<Site> all() {
        return List.of(site);
      }
    };
  }

  boolean isOpen(Instant now) {
    return site.staffing().hours().isOpen(now);
  }

  SiteFacts facts(Instant now) {
    boolean open = isOpen(now);
    return new SiteFacts(
        open,
        site.staffing().hours().closedSince(now),
        open ? Optional.empty() : site.staffing().hours().opensAgain(now),
        Optional.of(Duration.ofSeconds(70)),
        site.staffing().onCall().at(now),
        manager,
        Optional.empty());
  }

  /// A day of the year and, by weight, an hour of the local day.
  Instant arrival(Random random) {
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt((int) YEAR.toDays()));
    int ticket = random.nextInt(100);
    int hour = 0;
    while (ticket >= BY_HOUR.get(hour)) {
      ticket -= BY_HOUR.get(hour);
      hour++;
    }
    return day.atTime(hour, random.nextInt(60), random.nextInt(60))
        .atZone(site.zone())
        .toInstant()
        .plusMillis(random.nextInt(1_000));
  }
}
