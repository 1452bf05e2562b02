package io.threadbridge.teams;

import java.util.Locale;

/// The few words that this adapter itself writes on cards and in messages, in one language.
@FunctionalInterface
public interface TeamsWords {
  /// One of them, in this language; plain text.
  String of(Word word);

  /// What there is to say.
  enum Word {
    /// The last choice of a menu: something else than the ones before.
    OTHER,
    /// The text of a link to a thread.
    OPEN_THREAD,
    /// The button under the card's box for a reply.
    REPLY,
    /// What stands in that box while it is empty.
    REPLY_HINT,
    /// What stands over the box that asks for a person.
    WHOM;

    /// Its name in the language files, such as `teams.open-thread`.
    public String key() {
      return "teams." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
