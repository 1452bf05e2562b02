package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The short-lived facts about a visitor that a rule may need: kept in expiring keys, handed to the
/// rules inside the event.
///
/// @param connected whether any of the visitor's tabs is connected
/// @param lostAt when the last connection was lost; empty while connected, or if none was ever seen
/// @param suspensions when the visitor typed, had a draft or was on a protected page; in order of
///     their beginning
public record VisitorFacts(
    boolean connected, Optional<Instant> lostAt, List<Suspension> suspensions) {
  /// A visitor who is there and does nothing.
  public static final VisitorFacts THERE = new VisitorFacts(true, Optional.empty(), List.of());

  /// The facts of all of a visitor's tabs together.
  public static VisitorFacts of(List<TabPresence> tabs, Instant now) {
    boolean connected = tabs.stream().anyMatch(tab -> tab.isAlive(now));
    Optional<Instant> lost =
        connected
            ? Optional.empty()
            : tabs.stream().map(TabPresence::goneSince).max(Comparator.naturalOrder());
    List<Suspension> suspensions =
        tabs.stream()
            .flatMap(tab -> tab.suspensions().stream())
            .sorted(Comparator.comparing(Suspension::from))
            .toList();
    return new VisitorFacts(connected, lost, suspensions);
  }

  /// Whether the visitor has been gone for good by `now`; `since` stands in where no connection was
  /// ever seen.
  boolean goneBy(Instant now, Instant since, Policy policy) {
    return !connected && !lostAt.orElse(since).plus(policy.goneAfter()).isAfter(now);
  }
}
