package io.threadbridge.redis;

import static io.threadbridge.redis.AttendingRun.HELSINKI;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.site.SiteEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Works out who was there by looking at every second anew, with no code of the rules: only with
/// what was heard and kept, in whole seconds, of a site that never closes.
final class Watchman {
  private static final long WORKSPACE_IS_BELIEVED = Duration.ofMinutes(5).toSeconds();
  private static final long SOMEBODY_IS_BELIEVED = Duration.ofHours(12).toSeconds();
  private static final long PROGRAM_IS_THERE = Duration.ofMinutes(65).toSeconds();
  private static final long SECOND = 1_000;

  private final List<SiteEvent> events = new ArrayList<>();
  private final SortedMap<LocalHour, Attended> hours = new TreeMap<>();
  private Optional<Set<String>> seen = Optional.empty();
  private long seenAt;
  private final Map<String, Boolean> said = new HashMap<>();
  private final Map<String, Long> saidAt = new HashMap<>();

  /// The site has heard this, and kept it.
  void heard(SiteEvent event) {
    events.add(event);
  }

  /// What each hour came to that anything is known of.
  SortedMap<LocalHour, Attended> hours(Instant until) {
    for (int at = 0; at < events.size(); at++) {
      SiteEvent event = events.get(at);
      believe(event);
      long from = event.at().getEpochSecond();
      Instant next = at + 1 < events.size() ? events.get(at + 1).at() : until;
      for (long second = from; second < next.getEpochSecond(); second++) {
        if (second < from + PROGRAM_IS_THERE) {
          look(second);
        }
      }
    }
    return hours;
  }

  private void believe(SiteEvent event) {
    long at = event.at().getEpochSecond();
    switch (event) {
      case SiteEvent.PresenceSeen(_, var present) -> {
        seen = present;
        seenAt = at;
      }
      case SiteEvent.Switched(_, var staff, var on) -> {
        said.put(staff.id(), on);
        saidAt.put(staff.id(), at);
      }
      default -> {
        // Only says that the program is there.
      }
    }
  }

  private void look(long second) {
    boolean known = seen.isPresent() && second < seenAt + WORKSPACE_IS_BELIEVED;
    Set<String> present = new TreeSet<>(known ? seen.orElseThrow() : Set.of());
    for (Map.Entry<String, Boolean> word : said.entrySet()) {
      if (second < saidAt.getOrDefault(word.getKey(), 0L) + SOMEBODY_IS_BELIEVED) {
        known = true;
        present.remove(word.getKey());
        present.addAll(word.getValue() ? Set.of(word.getKey()) : Set.of());
      }
    }
    if (known) {
      LocalHour hour = LocalHour.of(Instant.ofEpochSecond(second), HELSINKI);
      Attended now = new Attended(SECOND, present.size() * SECOND);
      hours.merge(hour, now, Attended::plus);
    }
  }
}
