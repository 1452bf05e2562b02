package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import java.util.Set;

/// Told after each save, so that nobody has to poll. A lost nudge costs a poll interval, never a
/// message.
public interface Nudges {
  /// Something of the conversation is new: the visitor's sockets may have something to show,
  /// `owing` lanes have something to do, and
  /// its wake-up may be sooner.
  void saved(Conversation conversation, Set<Lane> owing);

  /// The visitor's connections on this instance should look again.
  void look(ConversationId conversation);
}
