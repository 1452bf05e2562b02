package io.threadbridge.config;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.calendar.CalendarRota;
import io.threadbridge.calendar.CalendarStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Refreshes the rotas that are kept in calendars, one after the other. A calendar that goes away
/// or comes back is told once in the log, and stands in the health for as long as it is away; the
/// program itself is well without it, on what it last knew.
final class CalendarWatch extends Watch implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

  private final Map<SiteName, CalendarRota> calendars;
  private final InstantSource clock;
  private final Map<SiteName, String> told = new HashMap<>();

  CalendarWatch(
      Map<SiteName, CalendarRota> calendars, DecisionObserver observer, InstantSource clock) {
    super("calendars", observer);
    this.calendars = Map.copyOf(calendars);
    this.clock = clock;
  }

  @Override
  public Health health() {
    boolean away =
        calendars.values().stream().anyMatch(rota -> rota.status().problem().isPresent());
    Health.Builder builder = away ? Health.unknown() : Health.up();
    calendars.forEach((site, rota) -> builder.withDetail(site.value(), words(rota.status())));
    return builder.build();
  }

  @Override
  Duration look() throws InterruptedException {
    for (Map.Entry<SiteName, CalendarRota> one : calendars.entrySet()) {
      tell(one.getKey(), one.getValue().refresh(clock.instant()));
    }
    return CalendarRota.REFRESH_EVERY;
  }

  private void tell(SiteName site, CalendarStatus status) {
    String now = status.problem().orElse("");
    String before = told.put(site, now);
    if (!now.equals(before == null ? "" : before)) {
      LOG.warn("The rota's calendar of {}: {}", site.value(), words(status));
    }
  }

  private static String words(CalendarStatus status) {
    String known =
        "%d shifts as of %s, %d events name nobody of on-call.calendar.people"
            .formatted(
                status.shifts(),
                status.lastGood().map(Object::toString).orElse("never"),
                status.unnamed());
    return status
        .problem()
        .map(
            problem ->
                "%s, away since %s; in use: %s"
                    .formatted(
                        problem, status.awaySince().map(Object::toString).orElse("now"), known))
        .orElse(known);
  }
}
