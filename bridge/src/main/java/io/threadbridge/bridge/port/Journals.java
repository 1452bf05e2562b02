package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import java.util.List;
import java.util.function.BiConsumer;

/// The journals of all conversations, also of those that are forgotten or erased: what figures are
/// recomputed from. Not for every day: it reads everything.
public interface Journals {
  /// Hands in the journal of every conversation, each once. A conversation that goes on meanwhile
  /// may come with or without its latest entries.
  void forEach(BiConsumer<ConversationId, List<JournalEntry>> reader);
}
