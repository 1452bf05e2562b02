package io.threadbridge.bridge.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The parts of a language's file; each must have at least one line.
enum Section {
  /// Sets of words with a name: `fine = good great`.
  SETS,
  /// Phrases that greet.
  GREETING,
  /// Phrases that add nothing to a greeting.
  COURTESY,
  /// First names, as visitors call the staff.
  NAMES,
  /// Single words that make even a short message say something: verbs, pronouns, questions.
  STATING,
  /// Single words that are no content: articles, prepositions.
  SMALL,
  /// Phrases of leaving.
  FAREWELL,
  /// Phrases that are one only where nothing else stands: they also mean something else.
  FAREWELL_ALONE,
  /// Phrases of thanks.
  THANKS,
  /// Phrases that say that nothing is open.
  NOTHING_ELSE,
  /// Phrases that may stand beside an ending.
  CLOSING_FILLER,
  /// Single words of agreement: beside a farewell they are nothing, beside thanks an answer.
  ASSENT,
  /// Phrases by which somebody says of themselves that they will be back.
  RETURN,
  /// The same without *I*: at the beginning of a sentence, or after *I* and *and*.
  RETURN_SHORT,
  /// Phrases by which somebody says that they are about to look.
  CHECK,
  /// Single words for *I* and *we*.
  ME,
  /// Single words for *and*.
  AND,
  /// Single words with which a sentence is about something else, past, conditional or denied.
  NOT_A_PROMISE,
  /// Single words before or after a length of time that leave it as it is: *in about*.
  AROUND_TIME,
  /// Numbers in words: `ten = 10`.
  NUMBERS,
  /// Units in minutes: `hour = 60`.
  UNITS,
  /// Whole lengths in minutes: `half an hour = 30`.
  LENGTHS,
  /// Single words before a time of day.
  AT,
  /// Single words for the next day.
  TOMORROW;

  /// The section of a heading such as `nothing else`.
  static Optional<Section> of(String heading) {
    String name = heading.toUpperCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(values()).filter(section -> section.name().equals(name)).findFirst();
  }
}
