package io.threadbridge.bridge.application;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.bridge.site.SiteState;
import java.time.InstantSource;
import java.util.SortedMap;

/// Tells the figures how many people were there in the hours that are over, and then the site that
/// the figures have it. Whoever dies in between is followed by one who says the same.
public final class PresenceStep {
  private final FiguresStore figures;
  private final SiteHandler handler;
  private final InstantSource clock;

  /// A step over these keepers.
  public PresenceStep(FiguresStore figures, SiteHandler handler, InstantSource clock) {
    this.figures = figures;
    this.handler = handler;
    this.clock = clock;
  }

  /// Counts what is over of a state that is saved.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if a store is away; the site is woken
  ///     again
  public void run(Site site, SiteState state) {
    SortedMap<LocalHour, Attended> over = state.attendance().over(state.at(), site.zone());
    if (!over.isEmpty()) {
      figures.attended(site.name(), site.desk(), over);
      var _ = handler.handle(site, new SiteEvent.CountedPresence(clock.instant(), over));
    }
  }
}
