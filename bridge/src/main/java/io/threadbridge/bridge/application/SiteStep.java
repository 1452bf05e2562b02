package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.bridge.site.SiteEvent.Outcome;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.bridge.site.Words.Owed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// One wake-up of one site: whatever is due by now is decided, and what the desk is owed is said.
public final class SiteStep {
  private static final Duration LOOK_AFTER = Duration.ofSeconds(3);

  private final SiteHandler handler;
  private final Sites sites;
  private final Desks desks;
  private final SiteWords words;
  private final InstantSource clock;

  /// A step over these sites.
  public SiteStep(
      SiteHandler handler, Sites sites, Desks desks, SiteWords words, InstantSource clock) {
    this.handler = handler;
    this.sites = sites;
    this.desks = desks;
    this.words = words;
    this.clock = clock;
  }

  /// Wakes a site. A wake-up that comes twice finds nothing due the second time.
  public void run(SiteName name) {
    sites.find(name).ifPresent(this::run);
  }

  private void run(Site site) {
    handler
        .handle(site, new SiteEvent.Woke(clock.instant()))
        .map(SiteState::words)
        .ifPresent(owing -> owing.owed().forEach(owed -> tell(site, owed)));
  }

  /// Saved before it is sent: of several workers one says it, and who comes after one that died
  /// knows that it may have been said.
  private void tell(Site site, Owed owed) {
    if (!owed.isDue(clock.instant())) {
      return;
    }
    SiteEvent telling = new SiteEvent.Telling(clock.instant(), owed.number());
    if (handler.handle(site, telling).isPresent()) {
      Outcome outcome = outcome(said(site, owed));
      handler.handle(site, new SiteEvent.ToldDesk(clock.instant(), owed.number(), outcome));
    }
  }

  private Delivery said(Site site, Owed owed) {
    DeskRef desk = site.desk();
    Optional<TeamChat> chat = desks.chatOf(desk);
    if (chat.isEmpty()) {
      return new Delivery.Refused("the desk's platform is not configured");
    }
    String batch = "site:" + site.name().value() + ":" + owed.number();
    Delivery found =
        owed.perhapsSaid()
            ? chat.get().findThread(desk, batch, owed.since())
            : new Delivery.Absent();
    return found instanceof Delivery.Absent
        ? chat.get().announce(desk, batch, words.post(site, owed.tell()))
        : found;
  }

  private static Outcome outcome(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Done _, Delivery.Absent _, Delivery.Refused _, Delivery.ThreadGone _ ->
          new Outcome.Settled();
      case Delivery.Later later -> new Outcome.NotYet(later.after());
      case Delivery.Unknown _ -> new Outcome.Unknown(LOOK_AFTER);
    };
  }
}
