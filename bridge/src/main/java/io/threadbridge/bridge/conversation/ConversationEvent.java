package io.threadbridge.bridge.conversation;

import java.time.Instant;

/// Something that happened to a conversation, with its moment. Four families so far; the fifth,
/// what happens to its site, comes
/// with opening hours.
public sealed interface ConversationEvent
    permits VisitorEvent, StaffEvent, OutcomeEvent, TimeEvent {
  /// When it happened. Earlier than the conversation's last moment counts as that moment.
  Instant at();
}
