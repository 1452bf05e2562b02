package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.port.PresenceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tabs in a map.
public final class MemoryPresenceBook implements PresenceBook {
  private static final Duration KEPT = Duration.ofHours(1);

  /// Each conversation's tabs by name, the one unheard of longest first.
  private final Map<ConversationId, LinkedHashMap<String, Heard>> conversations = new HashMap<>();

  private record Heard(TabPresence tab, Instant at) {}

  /// An empty book.
  public MemoryPresenceBook() {}

  @Override
  public synchronized void put(ConversationId conversation, TabPresence tab, Instant now) {
    LinkedHashMap<String, Heard> tabs =
        conversations.computeIfAbsent(conversation, _ -> new LinkedHashMap<>());
    tabs.putLast(tab.tab(), new Heard(tab, now));
    if (tabs.size() > TABS_MAX) {
      tabs.pollFirstEntry();
    }
  }

  @Override
  public synchronized List<String> instances(ConversationId conversation, Instant now) {
    return tabs(conversation, now).stream()
        .filter(tab -> tab.isAlive(now))
        .map(TabPresence::instance)
        .distinct()
        .toList();
  }

  /// The tabs that are not forgotten by `now`.
  synchronized List<TabPresence> tabs(ConversationId conversation, Instant now) {
    Map<String, Heard> tabs = conversations.getOrDefault(conversation, new LinkedHashMap<>());
    tabs.values().removeIf(heard -> !heard.at().plus(KEPT).isAfter(now));
    return tabs.values().stream().map(Heard::tab).toList();
  }

  synchronized void forget(ConversationId conversation) {
    conversations.remove(conversation);
  }
}
