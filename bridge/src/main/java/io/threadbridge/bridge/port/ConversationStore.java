package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps conversations: state, transcript, owed effects, journal and wake-up, changed together or
/// not at all.
public interface ConversationStore {
  /// Keeps a new conversation, until `expireAt` if nothing is ever said. Harmless if it is there
  /// already.
  void create(Conversation.NotStarted conversation, Instant expireAt);

  /// The conversation, its facts at `now`, and the message asked about; empty if there is none of
  /// that name.
  Optional<Loaded> load(ConversationId id, About about, Instant now);

  /// Saves everything of one event in one step.
  Saved save(Save save);

  /// The messages after number `after`, in order; at most `most`.
  List<Message> transcript(ConversationId id, int after, int most);
}
