package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskRates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.function.Function;

/// The desks' lines in maps.
public final class MemoryDeskLine implements DeskLine {
  private final Map<DeskRef, Map<ConversationId, Instant>> lines = new HashMap<>();
  private final MemoryRateLimits limits;
  private final Function<DeskRef, DeskRates> rates;

  /// With nobody in any line.
  ///
  /// @param limits where the desks' rates are kept, with what else comes out of them
  public MemoryDeskLine(MemoryRateLimits limits, Function<DeskRef, DeskRates> rates) {
    this.limits = limits;
    this.rates = rates;
  }

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
    Optional<Duration> wait = limits.takeAll(rates.apply(desk).postOn(desk), now);
    if (wait.isPresent()) {
      return new Turn.Wait(now.plus(wait.get()));
    }
    line.remove(head.get());
    return new Turn.Yours(head.get());
  }

  @Override
  public synchronized void pause(DeskRef desk, Instant until) {
    limits.hold(rates.apply(desk).channelOf(desk), until);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
