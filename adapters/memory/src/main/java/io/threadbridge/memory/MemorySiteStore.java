package io.threadbridge.memory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.SiteStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sites in a map.
public final class MemorySiteStore implements SiteStore {
  private final Map<SiteName, Kept> kept = new HashMap<>();
  private final Map<SiteName, Map<String, Instant>> handled = new HashMap<>();
  private final Map<SiteName, Instant> wakeUps = new HashMap<>();

  /// With nothing kept.
  public MemorySiteStore() {}

  @Override
  public synchronized Loaded load(SiteName site, List<String> ids) {
    Map<String, Instant> known = handled.getOrDefault(site, Map.of());
    return new Loaded(
        Optional.ofNullable(kept.get(site)),
        ids.stream().filter(known::containsKey).collect(toUnmodifiableSet()));
  }

  @Override
  public synchronized Optional<Kept> newer(SiteName site, long version) {
    return Optional.ofNullable(kept.get(site)).filter(found -> found.version() != version);
  }

  @Override
  public synchronized boolean save(SiteSave save) {
    SiteName site = save.next().name();
    long version = Optional.ofNullable(kept.get(site)).map(Kept::version).orElse(0L);
    if (version != save.expectedVersion()) {
      return false;
    }
    kept.put(site, new Kept(save.next(), version + 1));
    remember(site, save);
    if (save.wakeAt().isPresent()) {
      wakeUps.put(site, save.wakeAt().get());
    } else {
      wakeUps.remove(site);
    }
    return true;
  }

  private void remember(SiteName site, SiteSave save) {
    Map<String, Instant> known = handled.computeIfAbsent(site, _ -> new LinkedHashMap<>());
    save.handled().forEach(id -> known.put(id, save.now()));
    known.values().removeIf(at -> at.plus(HANDLED_FOR).isBefore(save.now()));
    while (known.size() > HANDLED_MAX) {
      known.remove(known.keySet().iterator().next());
    }
  }

  @Override
  public synchronized Due claimDue(Instant now, int most) {
    List<SiteName> due =
        wakeUps.entrySet().stream()
            .filter(wakeUp -> !wakeUp.getValue().isAfter(now))
            .sorted(Map.Entry.comparingByValue())
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(site -> wakeUps.put(site, now.plus(LEASE)));
    return new Due(due, wakeUps.values().stream().min(Comparator.naturalOrder()));
  }
}
