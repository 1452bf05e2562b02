package io.threadbridge.config;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.SiteNudges;
import io.threadbridge.redis.SiteNudgeBus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Passes nudges about sites on: to the loops here, which are made later than the handler that
/// nudges them, and, where every open widget must know, to the other instances.
final class SiteNudgeRelay implements SiteNudges {
  private final SiteNudgeBus bus;
  private final List<SiteNudges> listeners = new CopyOnWriteArrayList<>();

  SiteNudgeRelay(SiteNudgeBus bus) {
    this.bus = bus;
  }

  void add(SiteNudges listener) {
    listeners.add(listener);
  }

  @Override
  public void saved(SiteName site, Optional<Instant> wakeAt, boolean availability) {
    listeners.forEach(listener -> listener.saved(site, wakeAt, availability));
    if (availability) {
      bus.publish(site);
    }
  }
}
