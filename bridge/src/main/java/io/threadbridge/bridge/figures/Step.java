package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Saying;
import io.threadbridge.bridge.conversation.TextKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One step of a conversation, as those see it who ask what it means.
record Step(Conversation before, ConversationEvent event, Move move, Instant now) {
  Conversation next() {
    return move.next();
  }

  Optional<Progress> progressBefore() {
    return progress(before);
  }

  Optional<Progress> progressAfter() {
    return progress(next());
  }

  /// Whether a person of the firm has answered before.
  boolean wasAnswered() {
    return progressBefore().filter(Progress::answered).isPresent();
  }

  /// Whether the step brings the visitor a person's words.
  boolean isAnswer() {
    return move.said().stream()
        .anyMatch(
            saying ->
                switch (saying) {
                  case Saying.ByStaff _, Saying.ByButton _ -> true;
                  case Saying.ByVisitor _, Saying.ByBridge _ -> false;
                });
  }

  /// Whether the bridge says this to the visitor.
  boolean says(TextKey key) {
    return move.said().stream()
        .anyMatch(saying -> saying instanceof Saying.ByBridge said && said.says(key));
  }

  /// A fact whose length is that from `begin` to now.
  Fact since(Kind kind, Instant begin) {
    return between(kind, begin, now);
  }

  static Fact between(Kind kind, Instant begin, Instant end) {
    return new Fact(kind, Duration.between(begin, end).toMillis());
  }

  private static Optional<Progress> progress(Conversation conversation) {
    return conversation instanceof Started started
        ? Optional.of(started.progress())
        : Optional.empty();
  }
}
