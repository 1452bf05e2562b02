package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import java.net.URI;

/// Addresses on our own origin at which the staff open a file of a conversation, as long as it is
/// kept. Their holder needs no other proof; never logged.
@FunctionalInterface
public interface FileLinks {
  /// The address of a file of this conversation.
  URI file(ConversationId conversation, String file);
}
