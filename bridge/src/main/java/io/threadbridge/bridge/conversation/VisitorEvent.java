package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import io.threadbridge.bridge.recognition.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the visitor did.
public sealed interface VisitorEvent extends ConversationEvent {
  /// What is answered alike in every state in which words are kept.
  sealed interface AnyTime extends VisitorEvent {}

  /// The visitor sent a message of at most 4,000 code points, under an id of their browser's. Its
  /// text may be empty if files came with it.
  record Wrote(Instant at, String sayId, String text, List<SharedFile> files)
      implements VisitorEvent {
    /// Words alone.
    public Wrote(Instant at, String sayId, String text) {
      this(at, sayId, text, List.of());
    }

    /// What these words are as the first of a conversation. Who shows something has stated what
    /// they came for.
    Opener opener() {
      return files.isEmpty() ? Words.standard().opener(text) : Opener.STATED;
    }

    /// Whether they end a conversation, and how. Who shows something wants it looked at.
    Optional<ClosingKind> closing() {
      return files.isEmpty() ? Words.standard().closing(text) : Optional.empty();
    }

    @Override
    public String toString() {
      return "Wrote[]";
    }
  }

  /// The visitor changed a message; `message` is empty if there is none of that number.
  record Edited(Instant at, Optional<Message> message, String text) implements AnyTime {
    @Override
    public String toString() {
      return "Edited[]";
    }
  }

  /// The visitor took a message back; `message` is empty if there is none of that number.
  record Deleted(Instant at, Optional<Message> message) implements AnyTime {}

  /// The visitor has seen everything up to message `seq`.
  record Saw(Instant at, int seq) implements AnyTime {}

  /// The visitor's last connection was lost; perhaps only for a reload.
  record Disconnected(Instant at) implements VisitorEvent {}

  /// The visitor ended the chat.
  record Left(Instant at) implements VisitorEvent {}

  /// The visitor wants everything about them forgotten.
  record AskedToErase(Instant at) implements AnyTime {}

  /// The visitor sent the contact form: a question, and how to answer it.
  ///
  /// @param contact an address or a telephone number, at most [Lead#CONTACT_MAX] characters
  record SentForm(Instant at, String sayId, String text, Lead.Way way, String contact)
      implements VisitorEvent {
    @Override
    public String toString() {
      return "SentForm[" + way + "]";
    }
  }

  /// The visitor would rather be called back, or have the answer by email.
  ///
  /// @param contact empty if the visitor gave none this time
  record ChoseAnotherWay(Instant at, Lead.Way way, Optional<String> contact)
      implements VisitorEvent {
    @Override
    public String toString() {
      return "ChoseAnotherWay[" + way + "]";
    }
  }

  /// The visitor would rather keep waiting.
  record ChoseToWait(Instant at) implements VisitorEvent {}

  /// The visitor says what they thought of the conversation.
  record Rated(Instant at, Rating rating) implements VisitorEvent {}

  /// The visitor wants no more mail.
  record StoppedMail(Instant at) implements AnyTime {}
}
