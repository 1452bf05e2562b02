package io.threadbridge.teams;

import io.threadbridge.bridge.conversation.DeskRef;
import java.util.Locale;

/// The few words with which what people do in Teams is answered, in the language of a desk.
@FunctionalInterface
public interface InboundWords {
  /// One of them; plain text.
  String of(DeskRef desk, Word word);

  /// What there is to say.
  enum Word {
    /// What a visitor reads in place of a tag, a channel or a team.
    TEAM,
    /// What somebody reads whose words are not passed on because they are no full member.
    NOT_ALLOWED,
    /// The answer to a press on a card whose conversation is no longer kept.
    GONE,
    /// What somebody is told privately who did something at a card that was probably sent twice,
    /// and whose double is the one that is known.
    OTHER_CARD,
    /// The title of the question for how long.
    BACK_TITLE,
    /// The question for how long.
    BACK_QUESTION,
    /// What can be answered to it.
    BACK_HINT,
    /// What is wrong with an answer that is no time from a minute to a day.
    BACK_ERROR,
    /// The button that promises it.
    BACK_SUBMIT,
    /// What is wrong with a reply from the box on the card that has no words.
    EMPTY_REPLY,
    /// What somebody is told privately who wrote `!back` without a time.
    BACK_USAGE,
    /// What somebody is told privately who wrote `!handover` without a person.
    HAND_OVER_USAGE,
    /// What somebody is told privately who wrote `!move` without a desk.
    MOVE_USAGE,
    /// What somebody is told privately who handed a conversation to no full member.
    NOT_TO_THEM,
    /// What somebody is told privately who answered a call and not the visitor.
    ONLY_A_CALL,
    /// The answer to a command in a channel that is no desk.
    NO_DESK,
    /// The answer in a personal chat where there are several desks: command in a channel.
    WHICH_DESK,
    /// What somebody writes in a personal chat to read how it goes; one word. `report` is known in
    /// every language.
    REPORT,
    /// The answer to it for those who are at no desk.
    NO_REPORT,
    /// The answer where something of ours is away, and nothing was done.
    TRY_AGAIN,
    /// The answer where something takes so long that nobody knows yet whether it was done.
    LOOK_FIRST,
    /// The answer to a reply that was written in the box on the card.
    DONE;

    /// Its name in the language files, such as `teams.not-allowed`.
    public String key() {
      return "teams." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
