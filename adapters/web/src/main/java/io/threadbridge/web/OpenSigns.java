package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Availabilities;
import io.threadbridge.bridge.port.Availability;
import io.threadbridge.web.wire.FrameToVisitor;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Whether sites take visitors, told to many lines: each site is watched once for all lines of this
/// instance, from the first line that asks.
public final class OpenSigns {
  private final Availabilities availabilities;
  private final ConcurrentHashMap<SiteName, Watched> watched = new ConcurrentHashMap<>();

  private record Watched(Set<Runnable> lines, Availabilities.Watch watch) {}

  /// The signs of these sites.
  public OpenSigns(Availabilities availabilities) {
    this.availabilities = availabilities;
  }

  /// What the site's sign says now.
  FrameToVisitor.Availability of(SiteName site) {
    Availability now = availabilities.of(site);
    String mode = now.mode().name().toLowerCase(Locale.ROOT);
    return new FrameToVisitor.Availability(mode, now.opensAgain());
  }

  /// Has `changed` called after each change, from any thread, until [#leave]; it returns at once.
  void join(SiteName site, Runnable changed) {
    watched.computeIfAbsent(site, this::watch).lines().add(changed);
  }

  /// Calls this one no more.
  void leave(SiteName site, Runnable changed) {
    Watched known = watched.get(site);
    if (known != null) {
      known.lines().remove(changed);
    }
  }

  /// As many as there are sites in the settings, and kept as long as the program runs.
  private Watched watch(SiteName site) {
    Set<Runnable> lines = ConcurrentHashMap.newKeySet();
    return new Watched(lines, availabilities.watch(site, _ -> lines.forEach(Runnable::run)));
  }

  /// Watches nothing any more.
  public void close() {
    watched.values().forEach(known -> known.watch().close());
  }
}
