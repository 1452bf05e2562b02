package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.site.Leads;
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

/// One wake-up of one site: whatever is due by now is decided, who was there is counted, and what
/// the desk is owed is said.
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
    state.words().owed().forEach(owed -> tell(site, owed, state.leads()));
  }

  /// Saved before it is sent: of several workers one says it, and who comes after one that died
  /// knows that it may have been said.
  private void tell(Site site, Owed owed, Leads leads) {
    if (!owed.isDue(clock.instant())) {
      return;
    }
    Optional<Post> post = post(site, owed, leads);
    SiteEvent telling = new SiteEvent.Telling(clock.instant(), owed.number());
    if (handler.handle(site, telling).isPresent()) {
      Outcome outcome =
          post.map(said -> outcome(said(site, owed, said))).orElse(new Outcome.Settled());
      handler.handle(site, new SiteEvent.ToldDesk(clock.instant(), owed.number(), outcome));
    }
  }

  /// Empty if there is nothing to say. Made before anybody is told that it is being said, so that
  /// nothing seems to have been said while the figures are away.
  private Optional<Post> post(Site site, Owed owed, Leads leads) {
    return switch (owed.tell()) {
      case TellDesk tell -> Optional.of(new Post.News(words.post(site, tell)));
      case TellDigest(var period) -> reports.digest(site, period, leads).map(Post.Digest::new);
    };
  }

  /// What stands in the channel afterwards.
  private sealed interface Post {
    Delivery in(TeamChat chat, DeskRef desk, String batch);

    Post remarked(String remark);

    record News(String text) implements Post {
      @Override
      public Delivery in(TeamChat chat, DeskRef desk, String batch) {
        return chat.announce(desk, batch, text);
      }

      @Override
      public Post remarked(String remark) {
        return new News(text + " " + remark);
      }
    }

    record Digest(Report report) implements Post {
      @Override
      public Delivery in(TeamChat chat, DeskRef desk, String batch) {
        return chat.report(desk, batch, report);
      }

      @Override
      public Post remarked(String remark) {
        return new Digest(report.remarked(remark));
      }
    }
  }

  private Delivery said(Site site, Owed owed, Post post) {
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
      case Delivery.Absent _ -> announced(desk, chat.get(), batch, post);
      case Delivery.CannotLook _ -> saidAgain(site, owed, chat.get(), batch, post);
      case Delivery.Done _,
          Delivery.Later _,
          Delivery.Unknown _,
          Delivery.Refused _,
          Delivery.ThreadGone _ ->
          found;
    };
  }

  /// Nobody can look whether it stands: it is said once more, and marked.
  private Delivery saidAgain(Site site, Owed owed, TeamChat chat, String batch, Post post) {
    if (owed.tries() > 1) {
      return new Delivery.Refused("said twice, and nobody can tell whether it stands");
    }
    String mark = "(" + words.of(site, "thread.perhaps-twice", Map.of()) + ")";
    return announced(site.desk(), chat, batch + "~2", post.remarked(mark));
  }

  private Delivery announced(DeskRef desk, TeamChat chat, String batch, Post post) {
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
