package io.threadbridge.bridge.conversation;

import java.time.Instant;

/// Time has passed.
public sealed interface TimeEvent extends ConversationEvent {
  /// The moment came at which the conversation wanted to be woken, or a later one.
  record Woke(Instant at, VisitorFacts facts, SiteFacts site) implements TimeEvent {}
}
