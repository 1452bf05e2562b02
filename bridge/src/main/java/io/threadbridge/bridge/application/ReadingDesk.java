package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Site;
import java.util.Map;
import java.util.Optional;

/// A desk that reads how it went at a site: one of [Site#desks].
public record ReadingDesk(Site site, DeskRef desk) {
  /// The site's own desk.
  public static ReadingDesk own(Site site) {
    return new ReadingDesk(site, site.desk());
  }

  /// Whether the site has no other.
  boolean isAlone() {
    return site.desks().allMatch(desk::equals);
  }

  /// Whether it is the site's own.
  boolean isOwn() {
    return desk.equals(site.desk());
  }

  /// Of which desk figures are read: of all there ever were, if there is but one.
  Optional<DeskRef> counted() {
    return isAlone() ? Optional.empty() : Optional.of(desk);
  }

  /// Whether it answers for a conversation that is at this desk now: what is at none of the site's
  /// desks any more belongs to its own.
  boolean answersFor(DeskRef now) {
    return desk.equals(site.desks().anyMatch(now::equals) ? now : site.desk());
  }

  /// What a report is about: the site, and of another desk than its own the name.
  String title() {
    return site.handOverDesks().entrySet().stream()
        .filter(named -> named.getValue().equals(desk) && !isOwn())
        .map(Map.Entry::getKey)
        .findFirst()
        .map(name -> site.title() + " (" + name + ")")
        .orElse(site.title());
  }
}
