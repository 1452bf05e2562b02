package io.threadbridge.bridge.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the card of a conversation shows, in words ready to be drawn: the adapter knows no language
/// and no rule. Visitor words in it
/// are plain text and must stay so.
///
/// @param name the visitor's name or pseudonym
/// @param words the visitor's first words
/// @param facts short lines such as page, language, local time; some are visitor words
/// @param status what state it is in, such as *Anna is on it*
/// @param tone how urgent that is
/// @param since since when that is so, as a moment that the platform shows in the reader's zone
/// @param sinceLabel what the moment means, such as *waiting since*
/// @param actions what can be done about it, in order
/// @param summary one plain line for notifications and screen readers
public record Card(
    String name,
    String words,
    List<String> facts,
    String status,
    Tone tone,
    Instant since,
    String sinceLabel,
    List<Action> actions,
    String summary,
    Optional<Link> page) {

  /// How urgent a card looks.
  public enum Tone {
    /// A visitor waits.
    WAITING,
    /// Somebody has it.
    CALM,
    /// It has ended.
    OVER,
    /// It has ended badly, or something could not be delivered.
    BAD
  }

  /// What a button does; its name travels with the button.
  public enum Deed {
    /// Take the conversation.
    CLAIM,
    /// End it.
    CLOSE,
    /// Give the turn back to the visitor.
    NOTHING_OWED
  }

  /// One button.
  public record Action(Deed deed, String label, boolean primary) {}

  /// The visitor's page: a visitor's word, shown as text with its address.
  public record Link(String url, String title) {}
}
