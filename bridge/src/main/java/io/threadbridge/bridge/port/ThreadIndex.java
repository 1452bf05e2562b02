package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Finds the conversation of a thread, and keeps replies that came before their thread was known
/// here.
public interface ThreadIndex {
  /// A reply without a conversation yet.
  record Orphan(EventId id, StaffEvent event) {}

  /// The conversation of a thread.
  Optional<ConversationId> find(DeskRef desk, ThreadRef thread);

  /// Lets a thread find its conversation, or, while orphans are kept for it, hands those out in
  /// order of arrival and does nothing else: a reply that comes meanwhile is kept behind them. They
  /// stay kept until [#forgetOrphans]; to be called again until nothing is handed out. Harmless
  /// when repeated.
  List<Orphan> put(DeskRef desk, ThreadRef thread, ConversationId conversation);

  /// Keeps a reply for 24 h, at most 100 a thread, of which the oldest go first; empty when it is
  /// kept, or the conversation if
  /// the thread was put meanwhile (then
  /// nothing is kept). The same id is kept once.
  Optional<ConversationId> keepOrphan(DeskRef desk, ThreadRef thread, Orphan orphan, Instant now);

  /// Forgets a thread's orphans of these ids: they have been handled.
  void forgetOrphans(DeskRef desk, ThreadRef thread, List<EventId> handled);
}
