package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// What the visitor did.
public sealed interface VisitorEvent extends ConversationEvent {
  /// The visitor sent a message of at most 4,000 code points, under an id of their browser's.
  record Wrote(Instant at, String sayId, String text) implements VisitorEvent {
    @Override
    public String toString() {
      return "Wrote[]";
    }
  }

  /// The visitor changed a message; `message` is empty if there is none of that number.
  record Edited(Instant at, Optional<Message> message, String text) implements VisitorEvent {
    @Override
    public String toString() {
      return "Edited[]";
    }
  }

  /// The visitor took a message back; `message` is empty if there is none of that number.
  record Deleted(Instant at, Optional<Message> message) implements VisitorEvent {}

  /// The visitor has seen everything up to message `seq`.
  record Saw(Instant at, int seq) implements VisitorEvent {}

  /// The visitor's last connection was lost; perhaps only for a reload.
  record Disconnected(Instant at) implements VisitorEvent {}

  /// The visitor ended the chat.
  record Left(Instant at) implements VisitorEvent {}

  /// The visitor wants everything about them forgotten.
  record AskedToErase(Instant at) implements VisitorEvent {}
}
