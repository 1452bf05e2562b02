package io.threadbridge.bridge.site;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.threadbridge.bridge.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which conversations were rated with a comment. The words stay in the conversation alone: when it
/// is erased or its retention ends, they are gone, and what is left here names nothing.
///
/// @param given when each comment came, at most [#KEPT_MAX]; forgotten after [#KEPT_FOR]
public record Comments(Map<ConversationId, Instant> given) implements SitePart {
  /// So many are known; of more the oldest is forgotten.
  public static final int KEPT_MAX = 50;

  /// A week's first comment is still known when the week is told, on whatever day of the next week,
  /// as late as it is told at all.
  public static final Duration KEPT_FOR =
      Duration.ofDays(2L * DigestPeriod.WEEK).plus(Digests.LATE_MAX);

  static final Comments NONE = new Comments(Map.of());

  public Comments {
    given = Map.copyOf(given);
  }

  /// Those of a stretch of time, the newest first.
  ///
  /// @param until not included
  public List<ConversationId> between(Instant from, Instant until) {
    return given.entrySet().stream()
        .filter(one -> !one.getValue().isBefore(from) && one.getValue().isBefore(until))
        .sorted(
            Map.Entry.<ConversationId, Instant>comparingByValue()
                .reversed()
                .thenComparing(one -> one.getKey().value()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Comments with(ConversationId from, Instant at) {
    Map<ConversationId, Instant> more = new HashMap<>(given);
    more.putIfAbsent(from, at);
    if (more.size() > KEPT_MAX) {
      more.entrySet().stream()
          .min(Comparator.comparing(Map.Entry::getValue))
          .map(Map.Entry::getKey)
          .ifPresent(more::remove);
    }
    return new Comments(more);
  }

  /// Without what is too old by now.
  Comments at(Instant now) {
    Instant oldest = now.minus(KEPT_FOR);
    return new Comments(
        given.entrySet().stream()
            .filter(one -> one.getValue().isAfter(oldest))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
