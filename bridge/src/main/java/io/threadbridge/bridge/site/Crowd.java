package io.threadbridge.bridge.site;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.threadbridge.bridge.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The visitors who wait, and those who got no answer in time.
///
/// @param waiting since when each has waited, at most [#WAITING_MAX]; forgotten after
///     [#WAITING_FOR]: such a wait has ended, whatever was told of it
/// @param missed when each was missed, at most [#MISSED_MAX]; forgotten after [#MISSED_FOR]
public record Crowd(Map<ConversationId, Instant> waiting, Map<ConversationId, Instant> missed)
    implements SitePart {
  /// So many waiting visitors are told apart: what 160 people are counted good for.
  public static final int WAITING_MAX = 500;

  /// Longer than any wait lasts: an untouched one ends after an hour.
  public static final Duration WAITING_FOR = Duration.ofHours(2);

  /// So many missed visitors are remembered.
  public static final int MISSED_MAX = 200;

  /// So long a late first answer is known to be a missed visitor's.
  public static final Duration MISSED_FOR = Duration.ofHours(24);

  static final Crowd NOBODY = new Crowd(Map.of(), Map.of());

  public Crowd {
    waiting = Map.copyOf(waiting);
    missed = Map.copyOf(missed);
  }

  Crowd began(ConversationId from, Instant at) {
    return new Crowd(with(waiting, from, at, WAITING_MAX), missed);
  }

  Crowd ended(ConversationId from) {
    Map<ConversationId, Instant> others = new HashMap<>(waiting);
    others.remove(from);
    return new Crowd(others, missed);
  }

  Crowd missed(ConversationId from, Instant at) {
    return new Crowd(waiting, with(missed, from, at, MISSED_MAX));
  }

  boolean hasMissed(ConversationId conversation) {
    return missed.containsKey(conversation);
  }

  /// Without what is too old by now.
  Crowd at(Instant now) {
    return new Crowd(after(waiting, now.minus(WAITING_FOR)), after(missed, now.minus(MISSED_FOR)));
  }

  /// Whether there were so many misses in the time up to now; one that is exactly as old as the
  /// time is long no longer counts.
  boolean isMissing(SitePolicy policy, Instant now) {
    return missesSince(now.minus(policy.missWindow())) >= policy.missesMax();
  }

  private long missesSince(Instant start) {
    return missed.values().stream().filter(at -> at.isAfter(start)).count();
  }

  /// When this next changes by itself.
  Optional<Instant> nextChange(SitePolicy policy, Instant now) {
    Optional<Instant> forgotten =
        waiting.values().stream().map(at -> at.plus(WAITING_FOR)).min(Instant::compareTo);
    Optional<Instant> missOver =
        missed.values().stream()
            .map(at -> at.plus(policy.missWindow()))
            .filter(at -> at.isAfter(now))
            .min(Instant::compareTo);
    return List.of(forgotten, missOver).stream().flatMap(Optional::stream).min(Instant::compareTo);
  }

  private static Map<ConversationId, Instant> after(
      Map<ConversationId, Instant> all, Instant start) {
    return all.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(start))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// With one more; of too many the one longest ago is forgotten.
  private static Map<ConversationId, Instant> with(
      Map<ConversationId, Instant> all, ConversationId id, Instant at, int most) {
    Map<ConversationId, Instant> more = new HashMap<>(all);
    more.putIfAbsent(id, at);
    if (more.size() > most) {
      more.entrySet().stream()
          .min(Comparator.comparing(Map.Entry::getValue))
          .map(Map.Entry::getKey)
          .ifPresent(more::remove);
    }
    return more;
  }
}
