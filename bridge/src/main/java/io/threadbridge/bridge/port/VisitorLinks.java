package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import java.net.URI;
import java.time.Duration;

/// Addresses on our own origin that can be sent to a visitor: each lets its holder do one thing
/// with one conversation, for [#LIFE].
public interface VisitorLinks {
  /// How long a link works.
  Duration LIFE = Duration.ofDays(30);

  /// The way back into the conversation.
  URI back(ConversationId conversation);

  /// Where mail about this conversation is stopped: a page with a button, and by a `POST` at once.
  URI stopMail(ConversationId conversation);
}
