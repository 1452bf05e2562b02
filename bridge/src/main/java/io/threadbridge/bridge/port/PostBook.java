package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.PostLink;
import java.util.Optional;

/// Which post of the desk holds which messages.
public interface PostBook {
  /// The post that holds message `seq`, with all the messages in it; empty if none does yet.
  Optional<PostLink> postHolding(ConversationId conversation, int seq);
}
