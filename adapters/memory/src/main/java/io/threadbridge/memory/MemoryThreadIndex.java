package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.ThreadIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Threads and orphans in maps.
public final class MemoryThreadIndex implements ThreadIndex {
  private static final Duration ORPHANS_KEPT = Duration.ofDays(1);
  private static final int ORPHANS_MAX = 100;

  private final Map<Place, ConversationId> conversations = new HashMap<>();

  /// Each thread's orphans by id, in order of arrival.
  private final Map<Place, LinkedHashMap<EventId, Arrived>> orphans = new HashMap<>();

  private record Place(DeskRef desk, ThreadRef thread) {}

  private record Arrived(Orphan orphan, Instant at) {}

  /// Without any thread.
  public MemoryThreadIndex() {}

  @Override
  public synchronized Optional<ConversationId> find(DeskRef desk, ThreadRef thread) {
    return Optional.ofNullable(conversations.get(new Place(desk, thread)));
  }

  @Override
  public synchronized List<Orphan> put(
      DeskRef desk, ThreadRef thread, ConversationId conversation) {
    Place place = new Place(desk, thread);
    List<Orphan> waiting = keptOf(place).values().stream().map(Arrived::orphan).toList();
    if (waiting.isEmpty()) {
      conversations.put(place, conversation);
    }
    return waiting;
  }

  @Override
  public synchronized Optional<ConversationId> keepOrphan(
      DeskRef desk, ThreadRef thread, Orphan orphan, Instant now) {
    Optional<ConversationId> known = find(desk, thread);
    if (known.isEmpty()) {
      Map<EventId, Arrived> kept = keptOf(new Place(desk, thread));
      kept.values().removeIf(arrived -> !arrived.at().plus(ORPHANS_KEPT).isAfter(now));
      if (kept.size() < ORPHANS_MAX) {
        kept.putIfAbsent(orphan.id(), new Arrived(orphan, now));
      }
    }
    return known;
  }

  @Override
  public synchronized void forgetOrphans(DeskRef desk, ThreadRef thread, List<EventId> handled) {
    keptOf(new Place(desk, thread)).keySet().removeAll(handled);
  }

  private Map<EventId, Arrived> keptOf(Place place) {
    return orphans.computeIfAbsent(place, _ -> new LinkedHashMap<>());
  }
}
