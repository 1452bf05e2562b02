package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Facts;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.figures.PagePath;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Notes what a step means for the figures, where it counts, and to whom it is owed.
public final class Noting {
  private final Sites sites;
  private final Predicate<SiteName> perPerson;
  private final Predicate<SiteName> published;

  /// Notes of these sites.
  ///
  /// @param perPerson whether a site counts what each member of its staff does
  public Noting(Sites sites, Predicate<SiteName> perPerson) {
    this(sites, perPerson, _ -> false);
  }

  /// Notes of these sites.
  ///
  /// @param published whether a site has a receiver of events; the others owe none
  public Noting(Sites sites, Predicate<SiteName> perPerson, Predicate<SiteName> published) {
    this.sites = sites;
    this.perPerson = perPerson;
    this.published = published;
  }

  /// What is owed because of it.
  List<Effect> owed(Noted noted) {
    return published.test(noted.site())
        ? List.of(new Effect.Count(noted), new Effect.Publish(noted))
        : List.of(new Effect.Count(noted));
  }

  /// Empty if the step means nothing.
  Optional<Noted> of(Conversation before, ConversationEvent event, Move move) {
    Instant now = event.at().isBefore(before.lastMoment()) ? before.lastMoment() : event.at();
    List<Fact> facts = Facts.of(before, event, move, now);
    return facts.isEmpty()
        ? Optional.empty()
        : Stream.of(before, move.next())
            .filter(Started.class::isInstance)
            .map(Started.class::cast)
            .findFirst()
            .map(state -> noted(state, event, now, facts));
  }

  private Noted noted(Started state, ConversationEvent event, Instant now, List<Fact> facts) {
    SiteName site = state.opening().site();
    ZoneId zone = sites.find(site).map(Site::zone).orElse(ZoneOffset.UTC);
    Optional<String> staff =
        event instanceof StaffEvent acted && perPerson.test(site)
            ? Optional.of(acted.staff().id())
            : Optional.empty();
    return new Noted(
        site,
        state.desk(),
        now,
        zone,
        state.opening().language(),
        PagePath.of(state.opening().page().url()),
        staff,
        facts);
  }
}
