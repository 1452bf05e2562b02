package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/// The desks' lines in maps, at the rate that Slack allows a channel.
public final class MemoryDeskLine implements DeskLine {
  private static final Duration PER_POST = Duration.ofSeconds(1);
  private static final int BURST = 3;

  private final Map<DeskRef, Map<ConversationId, Instant>> lines = new HashMap<>();
  private final Map<DeskRef, Instant> pauses = new HashMap<>();
  private final TokenBuckets<DeskRef> rates = new TokenBuckets<>();

  /// With nobody in any line.
  public MemoryDeskLine() {}

  @Override
  public synchronized void enter(
      DeskRef desk, ConversationId conversation, Place place, Instant since) {
    lines
        .computeIfAbsent(desk, _ -> new HashMap<>())
        .merge(conversation, since.plus(place.handicap()), MemoryDeskLine::earlier);
  }

  @Override
  public synchronized Turn take(DeskRef desk, Instant now) {
    Map<ConversationId, Instant> line = lines.getOrDefault(desk, Map.of());
    Optional<ConversationId> head =
        line.entrySet().stream().min(Entry.comparingByValue()).map(Entry::getKey);
    if (head.isEmpty()) {
      return new Turn.Nobody();
    }
    Instant pause = pauses.getOrDefault(desk, now);
    if (pause.isAfter(now)) {
      return new Turn.Wait(pause);
    }
    Optional<Instant> allowed = rates.take(desk, PER_POST, BURST, now);
    if (allowed.isPresent()) {
      return new Turn.Wait(allowed.get());
    }
    line.remove(head.get());
    return new Turn.Yours(head.get());
  }

  @Override
  public synchronized void pause(DeskRef desk, Instant until) {
    pauses.merge(desk, until, (one, other) -> earlier(one, other).equals(one) ? other : one);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
