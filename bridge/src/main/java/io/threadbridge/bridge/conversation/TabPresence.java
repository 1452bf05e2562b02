package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of one tab of a visitor; written only by the connection that serves it.
///
/// @param tab the connection's name, unique over all instances
/// @param instance which instance serves it
/// @param aliveUntil unless heard of again by then, it counts as lost at that moment
/// @param lostAt when the connection ended; empty while it lives
/// @param suspensions what made the visitor's clock stand still, at most [#SUSPENSIONS_MAX], oldest
///     first
public record TabPresence(
    String tab,
    String instance,
    Instant aliveUntil,
    Optional<Instant> lostAt,
    List<Suspension> suspensions) {

  /// Typed longer ago than this is not typing.
  public static final Duration TYPING = Duration.ofSeconds(10);

  /// A draft or a protected page suspends for at most this long since its last change.
  public static final Duration SUSPENDED_MAX = Duration.ofMinutes(15);

  /// A tab not heard of for this long is lost; tabs are heard of at least every third of it.
  public static final Duration ALIVE = Duration.ofSeconds(45);

  /// Older suspensions than the latest so many are forgotten.
  public static final int SUSPENSIONS_MAX = 20;

  /// A tab that has just connected.
  public static TabPresence connected(String tab, String instance, Instant now) {
    return new TabPresence(tab, instance, now.plus(ALIVE), Optional.empty(), List.of());
  }

  /// It is still there.
  public TabPresence heard(Instant now) {
    return new TabPresence(tab, instance, now.plus(ALIVE), Optional.empty(), suspensions);
  }

  /// Its connection ended; what it suspended is over unless a draft is left behind.
  public TabPresence lost(Instant now) {
    return new TabPresence(tab, instance, aliveUntil, Optional.of(now), suspensions);
  }

  /// The draft changed to `length` code points: the visitor types, and has a draft unless it is
  /// empty.
  public TabPresence drafted(int length, Instant now) {
    TabPresence typing = suspended(Suspension.Reason.TYPING, now, now.plus(TYPING)).heard(now);
    return length == 0
        ? typing.ended(Suspension.Reason.DRAFT, now)
        : typing.suspended(Suspension.Reason.DRAFT, now, now.plus(SUSPENDED_MAX));
  }

  /// The draft was sent: neither typing nor draft is left.
  public TabPresence sent(Instant now) {
    return ended(Suspension.Reason.DRAFT, now).ended(Suspension.Reason.TYPING, now).heard(now);
  }

  /// The visitor is on another page.
  public TabPresence onPage(boolean isProtected, Instant now) {
    TabPresence heard = heard(now);
    return isProtected
        ? heard.suspended(Suspension.Reason.PROTECTED_PAGE, now, now.plus(SUSPENDED_MAX))
        : heard.ended(Suspension.Reason.PROTECTED_PAGE, now);
  }

  /// Whether it is connected at this moment.
  public boolean isAlive(Instant now) {
    return lostAt.isEmpty() && aliveUntil.isAfter(now);
  }

  /// When its connection was lost; only for one that is not alive.
  Instant goneSince() {
    return lostAt.filter(moment -> moment.isBefore(aliveUntil)).orElse(aliveUntil);
  }

  /// A stretch that lasts is made longer; otherwise a new one begins.
  private TabPresence suspended(Suspension.Reason reason, Instant from, Instant until) {
    List<Suspension> list = new ArrayList<>(suspensions);
    Instant begin = from;
    for (Suspension old : suspensions) {
      if (old.reason() == reason && !old.until().isBefore(from)) {
        begin = old.from();
        list.remove(old);
      }
    }
    list.add(new Suspension(reason, begin, until));
    return with(list.subList(Math.max(0, list.size() - SUSPENSIONS_MAX), list.size()));
  }

  private TabPresence ended(Suspension.Reason reason, Instant now) {
    return with(
        suspensions.stream()
            .map(
                s ->
                    s.reason() == reason && s.until().isAfter(now)
                        ? new Suspension(reason, s.from(), now)
                        : s)
            .toList());
  }

  private TabPresence with(List<Suspension> list) {
    return new TabPresence(tab, instance, aliveUntil, lostAt, List.copyOf(list));
  }
}
