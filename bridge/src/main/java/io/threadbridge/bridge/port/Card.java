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
/// @param page the page from which the visitor writes
/// @param goesOn where the conversation is now, on the card of a thread that it has left
/// @param remark what the bridge has to say of this post, such as *perhaps sent twice*
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
    Optional<Link> page,
    Optional<Link> goesOn,
    Optional<String> remark) {
  /// The card of a conversation's current thread, of which nothing is to be said.
  public Card(
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
    this(
        name,
        words,
        facts,
        status,
        tone,
        since,
        sinceLabel,
        actions,
        summary,
        page,
        Optional.empty(),
        Optional.empty());
  }

  /// The same card with this remark.
  public Card remarked(String said) {
    return new Card(
        name,
        words,
        facts,
        status,
        tone,
        since,
        sinceLabel,
        actions,
        summary,
        page,
        goesOn,
        Optional.of(said));
  }

  /// How urgent a card looks.
  public enum Tone {
    /// A visitor waits.
    WAITING,
    /// A visitor waits, and somebody was called: amber.
    CALLED,
    /// Nobody came in time: red.
    MISSED,
    /// Somebody has it.
    CALM,
    /// The answer is owed another way.
    LEAD,
    /// It has ended.
    OVER,
    /// It has ended badly, or something could not be delivered.
    BAD
  }

  /// What a button does; its name travels with the button.
  public enum Deed {
    /// Take the conversation.
    CLAIM,
    /// Take it after a direct call: the first wins.
    TAKE,
    /// End it.
    CLOSE,
    /// Give the turn back to the visitor.
    NOTHING_OWED,
    /// Promise to be back; the value is a duration such as `PT10M`, or a moment.
    BACK_IN,
    /// Hand it to the person who is picked.
    HAND_OVER,
    /// Hand it to another desk; the value is that desk's name.
    MOVE,
    /// Ask the visitor how to reach them.
    ASK_CONTACT,
    /// Ask the visitor what they would like.
    CLARIFY,
    /// Tick the lead off.
    LEAD_DONE
  }

  /// One button or menu.
  public record Action(Deed deed, String label, boolean primary, Ask ask) {
    /// A plain button.
    public Action(Deed deed, String label, boolean primary) {
      this(deed, label, primary, new Ask.Nothing());
    }
  }

  /// What an action asks before it is done.
  public sealed interface Ask {
    /// Nothing.
    record Nothing() implements Ask {}

    /// Nothing; the value travels with the button.
    record Value(String value) implements Ask {}

    /// Whether it is meant.
    record Sure(String question, String yes, String no) implements Ask {}

    /// One of these; at most [#OPTIONS_MAX].
    record OneOf(List<Option> options) implements Ask {}

    /// A person of the workspace.
    record Person() implements Ask {}

    /// The most options that every platform shows.
    int OPTIONS_MAX = 5;
  }

  /// One thing to choose.
  public record Option(String label, String value) {}

  /// An address and its title: the visitor's page, which is a visitor's word and shown as text; or
  /// a thread, which is ours and can be followed.
  public record Link(String url, String title) {}
}
