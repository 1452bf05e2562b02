package io.threadbridge.slack;

import java.util.Locale;

/// The few words that this adapter itself needs, in one language.
@FunctionalInterface
public interface SlackWords {
  /// One of them, in this language; plain text.
  String of(Word word);

  /// What there is to say.
  enum Word {
    /// What a visitor reads in place of a member whose name is not known.
    COLLEAGUE,
    /// What a visitor reads in place of a user group.
    TEAM,
    /// What somebody is told privately whose words are not passed on because they are no full
    /// member of the workspace.
    NOT_ALLOWED,
    /// The last choice of a menu: something else than the ones before.
    OTHER,
    /// The title of the question for how long; Slack shows 24 characters.
    BACK_TITLE,
    /// The question for how long.
    BACK_QUESTION,
    /// What can be answered to it.
    BACK_HINT,
    /// What is wrong with an answer that is no time from a minute to a day.
    BACK_ERROR,
    /// The button that promises it; 24 characters.
    BACK_SUBMIT,
    /// The button that leaves a question; 24 characters.
    CANCEL,
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
    /// The answer to `/chat` in a channel that is no desk.
    NO_DESK,
    /// The answer where something of ours is away.
    TRY_AGAIN,
    /// The text of a link to a thread.
    OPEN_THREAD,
    /// The last line of a home with figures: how to ask for those of other days.
    HOME_ASK,
    /// What somebody reads in their home who is in no desk's channel.
    HOME_NOTHING;

    /// Its name in the language files, such as `slack.not-allowed`.
    public String key() {
      return "slack." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
