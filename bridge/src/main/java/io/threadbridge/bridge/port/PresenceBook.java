package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.TabPresence;
import java.time.Instant;
import java.util.List;

/// Short-lived facts of each visitor's tabs, kept beside the conversation and loaded with it.
public interface PresenceBook {
  /// The most tabs kept for one conversation; the one unheard of longest is forgotten first.
  int TABS_MAX = 10;

  /// Keeps what is known of one tab, in place of what was known; forgotten an hour after `now`.
  void put(ConversationId conversation, TabPresence tab, Instant now);

  /// The names of the instances that hold a living connection of this visitor.
  List<String> instances(ConversationId conversation, Instant now);
}
