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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One wake-up of one site: whatever is due by now is decided, who was there is counted, and its
/// desks are told what they are owed.
public final class SiteStep {
  /// The platform has had its time by then: what is not found is said again, and so is what cannot
  /// be looked for.
  private static final Duration LOOK_AFTER = DeskSending.REPEAT_BLINDLY_AFTER;

  private final SiteHandler handler;
  private final Sites sites;
  private final Desks desks;
  private final SiteWords words;
  private final Reports reports;
  private final PresenceStep presence;
  private final DeskPace pace;
  private final InstantSource clock;

  /// A step over these sites.
  public SiteStep(
      SiteHandler handler,
      Sites sites,
      Desks desks,
      SiteWords words,
      Reports reports,
      PresenceStep presence,
      DeskPace pace,
      InstantSource clock) {
    this.handler = handler;
    this.sites = sites;
    this.desks = desks;
    this.words = words;
    this.reports = reports;
    this.presence = presence;
    this.pace = pace;
    this.clock = clock;
  }

  /// Wakes a site. A wake-up that comes twice finds nothing due the second time.
  public void run(SiteName name) {
    sites.find(name).ifPresent(this::run);
  }

  private void run(Site site) {
    handler.handle(site, new SiteEvent.Woke(clock.instant())).ifPresent(state -> work(site, state));
  }

  /// Counts first, so that a digest knows who was there up to its last hour.
  private void work(Site site, SiteState state) {
    presence.run(site, state);
    tellDesks(site, state);
  }

  /// A desk that cannot be told now is left alone until the next wake-up: whatever else it is owed
  /// would come out of order, and those who can be told would wait for each call.
  private void tellDesks(Site site, SiteState state) {
    Set<DeskRef> away = new HashSet<>();
    for (Owed owed : state.words().owed()) {
      DeskRef desk = deskOf(site, owed);
      if (!away.contains(desk) && !tell(new ReadingDesk(site, desk), owed, state)) {
        away.add(desk);
      }
    }
  }

  private static DeskRef deskOf(Site site, Owed owed) {
    return switch (owed.tell()) {
      case TellDesk _ -> site.desk();
      case TellDigest(_, var elsewhere) -> elsewhere.orElse(site.desk());
    };
  }

  /// Saved before it is sent: of several workers one says it, and who comes after one that died
  /// knows that it may have been said. False if it is to be tried again.
  private boolean tell(ReadingDesk desk, Owed owed, SiteState state) {
    if (!owed.isDue(clock.instant())) {
      return true;
    }
    Optional<SitePost> post = post(desk, owed, state);
    SiteEvent telling = new SiteEvent.Telling(clock.instant(), owed.number());
    if (handler.handle(desk.site(), telling).isEmpty()) {
      return true;
    }
    Outcome outcome =
        post.map(said -> outcome(said(desk, owed, said))).orElse(new Outcome.Settled());
    handler.handle(desk.site(), new SiteEvent.ToldDesk(clock.instant(), owed.number(), outcome));
    return outcome instanceof Outcome.Settled;
  }

  /// Empty if there is nothing to say, or the site has left the desk. Made before anybody is told
  /// that it is being said, so that nothing seems to have been said while the figures are away.
  private Optional<SitePost> post(ReadingDesk desk, Owed owed, SiteState state) {
    return switch (owed.tell()) {
      case TellDesk tell -> Optional.of(new SitePost.News(words.post(desk.site(), tell)));
      case TellDigest(var period, var elsewhere) ->
          elsewhere.isEmpty() || desk.site().desks().skip(1).anyMatch(desk.desk()::equals)
              ? reports.digest(desk, period, state).map(SitePost.Digest::new)
              : Optional.empty();
    };
  }

  private Delivery said(ReadingDesk to, Owed owed, SitePost post) {
    DeskRef desk = to.desk();
    Optional<TeamChat> chat = desks.chatOf(desk);
    if (chat.isEmpty()) {
      return new Delivery.Refused("the desk's platform is not configured");
    }
    String batch = "site:" + to.site().name().value() + ":" + owed.number();
    Delivery found =
        owed.perhapsSaid()
            ? chat.get().findThread(desk, batch, owed.since())
            : new Delivery.Absent();
    return switch (found) {
      case Delivery.Absent _ -> announced(desk, chat.get(), batch, post);
      case Delivery.CannotLook _ -> saidAgain(to, owed, chat.get(), batch, post);
      case Delivery.Done _,
          Delivery.Later _,
          Delivery.Unknown _,
          Delivery.Refused _,
          Delivery.ThreadGone _ ->
          found;
    };
  }

  /// Nobody can look whether it stands: it is said once more, and marked.
  private Delivery saidAgain(
      ReadingDesk to, Owed owed, TeamChat chat, String batch, SitePost post) {
    if (owed.tries() > 1) {
      return new Delivery.Refused("said twice, and nobody can tell whether it stands");
    }
    String mark = "(" + words.of(to.site(), "thread.perhaps-twice", Map.of()) + ")";
    return announced(to.desk(), chat, batch + "~2", post.remarked(mark));
  }

  private Delivery announced(DeskRef desk, TeamChat chat, String batch, SitePost post) {
    return pace.post(desk, clock.instant())
        .map(DeskPace::later)
        .orElseGet(() -> post.in(chat, desk, batch));
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
