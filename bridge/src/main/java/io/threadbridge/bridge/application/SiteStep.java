package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.bridge.site.SiteEvent.Outcome;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.bridge.site.Words.Owed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// One wake-up of one site: whatever is due by now is decided, and what the desk is owed is said.
public final class SiteStep {
  /// The platform has had its time by then: what is not found is said again, and so is what cannot
  /// be looked for.
  private static final Duration LOOK_AFTER = DeskSending.REPEAT_BLINDLY_AFTER;

  private final SiteHandler handler;
  private final Sites sites;
  private final Desks desks;
  private final SiteWords words;
  private final DeskPace pace;
  private final InstantSource clock;

  /// A step over these sites.
  public SiteStep(
      SiteHandler handler,
      Sites sites,
      Desks desks,
      SiteWords words,
      DeskPace pace,
      InstantSource clock) {
    this.handler = handler;
    this.sites = sites;
    this.desks = desks;
    this.words = words;
    this.pace = pace;
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
    Optional<String> text = text(site, owed);
    SiteEvent telling = new SiteEvent.Telling(clock.instant(), owed.number());
    if (handler.handle(site, telling).isPresent()) {
      Outcome outcome =
          text.map(words -> outcome(said(site, owed, words))).orElse(new Outcome.Settled());
      handler.handle(site, new SiteEvent.ToldDesk(clock.instant(), owed.number(), outcome));
    }
  }

  /// Empty if there is nothing to say.
  private Optional<String> text(Site site, Owed owed) {
    return switch (owed.tell()) {
      case TellDesk tell -> Optional.of(words.post(site, tell));
      case TellDigest _ -> Optional.empty();
    };
  }

  private Delivery said(Site site, Owed owed, String text) {
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
    return switch (found) {
      case Delivery.Absent _ -> announced(desk, chat.get(), batch, text);
      case Delivery.CannotLook _ -> saidAgain(site, owed, chat.get(), batch, text);
      case Delivery.Done _,
          Delivery.Later _,
          Delivery.Unknown _,
          Delivery.Refused _,
          Delivery.ThreadGone _ ->
          found;
    };
  }

  /// Nobody can look whether it stands: it is said once more, and marked.
  private Delivery saidAgain(Site site, Owed owed, TeamChat chat, String batch, String text) {
    if (owed.tries() > 1) {
      return new Delivery.Refused("said twice, and nobody can tell whether it stands");
    }
    String marked = text + " (" + words.of(site, "thread.perhaps-twice", Map.of()) + ")";
    return announced(site.desk(), chat, batch + "~2", marked);
  }

  private Delivery announced(DeskRef desk, TeamChat chat, String batch, String text) {
    return pace.post(desk, clock.instant())
        .map(DeskPace::later)
        .orElseGet(() -> chat.announce(desk, batch, text));
  }

  private static Outcome outcome(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Done _,
          Delivery.Absent _,
          Delivery.CannotLook _,
          Delivery.Refused _,
          Delivery.ThreadGone _ ->
          new Outcome.Settled();
      case Delivery.Later later -> new Outcome.NotYet(later.after());
      case Delivery.Unknown _ -> new Outcome.Unknown(LOOK_AFTER);
    };
  }
}
