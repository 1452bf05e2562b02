package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The secrets that let a visitor's browser at one conversation: opaque, kept only as a hash,
/// rotated.
public interface VisitorTokens {
  /// How long a token opens its conversation.
  Duration LIFE = Duration.ofDays(30);

  /// How long an old token stays valid after a new one was issued.
  Duration GRACE = Duration.ofMinutes(10);

  /// Makes a new token; older ones of the conversation stay valid for [#GRACE].
  String issue(ConversationId conversation, Instant now);

  /// A token that opens a conversation.
  ///
  /// @param issued when it was made: an old one wants to be rotated
  record Opened(ConversationId conversation, Instant issued) {}

  /// The conversation that this token opens; empty if it is unknown or has expired.
  Optional<Opened> open(String token, Instant now);
}
