package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.ConversationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who is owed an answer another way: by mail, by telephone, or in the thread.
///
/// @param open since when each has been owed one, at most [#OPEN_MAX]
public record Leads(Map<ConversationId, Instant> open) implements SitePart {
  /// So many are told apart; of more the one that has waited longest is forgotten.
  public static final int OPEN_MAX = 200;

  static final Leads NONE = new Leads(Map.of());

  public Leads {
    open = Map.copyOf(open);
  }

  /// The longest owed first.
  public List<ConversationId> inOrder() {
    return open.entrySet().stream()
        .sorted(
            Map.Entry.<ConversationId, Instant>comparingByValue()
                .thenComparing(entry -> entry.getKey().value()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Leads with(ConversationId from, Instant at) {
    Map<ConversationId, Instant> more = new HashMap<>(open);
    more.putIfAbsent(from, at);
    if (more.size() > OPEN_MAX) {
      more.entrySet().stream()
          .min(Comparator.comparing(Map.Entry::getValue))
          .map(Map.Entry::getKey)
          .ifPresent(more::remove);
    }
    return new Leads(more);
  }

  Leads without(ConversationId from) {
    Map<ConversationId, Instant> others = new HashMap<>(open);
    others.remove(from);
    return new Leads(others);
  }
}
