package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import java.time.Duration;
import java.time.Instant;

/// The line of conversations that owe a desk a post, and the desk's rate. The platform's limit is
/// the system's bottleneck: who goes
/// first is decided here. A hint only: what is owed is in the [Outbox], and the line can be rebuilt
/// from it.
public interface DeskLine {
  /// Who goes before whom; nobody waits behind a later comer of another class for more than 30 s.
  enum Place {
    /// A new conversation's card.
    OPENING(0),
    /// What a member of staff asked for by a button.
    REQUESTED(10),
    /// A visitor's words.
    WORDS(20),
    /// Everything else.
    NOTICE(30);

    private final Duration handicap;

    Place(int seconds) {
      this.handicap = Duration.ofSeconds(seconds);
    }

    /// How much later this class counts than the first: the order is by `since` plus this.
    public Duration handicap() {
      return handicap;
    }
  }

  /// What the line answers.
  sealed interface Turn {
    /// It is this conversation's turn; one post of the desk's rate is used.
    record Yours(ConversationId conversation) implements Turn {}

    /// Somebody waits, but the desk's rate allows nothing before `until`.
    record Wait(Instant until) implements Turn {}

    /// Nobody waits.
    record Nobody() implements Turn {}
  }

  /// Puts a conversation in the line; if it stands there already, its better place counts.
  void enter(DeskRef desk, ConversationId conversation, Place place, Instant since);

  /// Takes the head, if the rate allows a post now.
  Turn take(DeskRef desk, Instant now);

  /// Holds the whole desk until `until`: the platform said so.
  void pause(DeskRef desk, Instant until);
}
