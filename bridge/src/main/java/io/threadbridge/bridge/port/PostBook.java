package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.PostLink;
import java.util.Optional;

/// Tells which post of the desk holds a message, and which messages stand in it with it.
public interface PostBook {
  /// The post that holds message `seq`; the latest, if it was posted more than once. Empty if it is
  /// on no desk.
  Optional<PostLink> postHolding(ConversationId conversation, int seq);
}
