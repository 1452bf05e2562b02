package io.threadbridge.bridge.recognition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells endings: a message of which anything but words of ending is left is none. But one that
/// ends in a farewell is a farewell in spite of a few words that nobody knows: *see you arround,
/// bye*.
final class Closings {
  private static final int CHARACTERS_MAX = 400;
  private static final int WORDS_MAX = Phrase.WORDS_MAX / 2;

  /// So many unknown words a farewell may come after.
  private static final int UNKNOWN_MAX = 3;

  /// For each of them there must be so many known ones: *Paris, bye* is an answer and a farewell.
  private static final int KNOWN_FOR_EACH = 2;

  private enum Says {
    FAREWELL,
    FAREWELL_ALONE,
    THANKS,
    NOTHING_ELSE,
    ASSENT,
    NOTHING
  }

  private static final Map<Says, Section> SECTIONS =
      Map.of(
          Says.FAREWELL,
          Section.FAREWELL,
          Says.FAREWELL_ALONE,
          Section.FAREWELL_ALONE,
          Says.THANKS,
          Section.THANKS,
          Says.NOTHING_ELSE,
          Section.NOTHING_ELSE,
          Says.NOTHING,
          Section.CLOSING_FILLER);

  private final Reading<Says> reading;
  private final Set<String> stating;

  Closings(Vocabulary vocabulary) {
    Map<Says, List<Phrase>> phrases = new EnumMap<>(Says.class);
    SECTIONS.forEach((says, section) -> phrases.put(says, vocabulary.phrases(section)));
    phrases.put(Says.ASSENT, List.of(Phrase.oneOf(vocabulary.words(Section.ASSENT))));
    this.stating = vocabulary.words(Section.STATING);
    this.reading =
        new Reading<>(phrases, vocabulary.words(Section.NAMES), Says.NOTHING, vocabulary.plain());
  }

  Optional<ClosingKind> of(String text) {
    if (text.length() > CHARACTERS_MAX || text.indexOf('?') >= 0) {
      return Optional.empty();
    }
    List<Token> words = Token.words(text);
    if (words.isEmpty() || words.size() > WORDS_MAX) {
      return Optional.empty();
    }
    Reading.Result<Says> result = reading.of(words);
    if (result.leftOver().isEmpty()) {
      return kind(result.said());
    }
    return endsInFarewell(result) ? Optional.of(ClosingKind.FAREWELL) : Optional.empty();
  }

  private boolean endsInFarewell(Reading.Result<Says> result) {
    List<Token> unknown = result.leftOver();
    int known = result.words() - unknown.size();
    return result.saidLast().contains(Says.FAREWELL)
        && unknown.size() <= UNKNOWN_MAX
        && known >= KNOWN_FOR_EACH * unknown.size()
        && unknown.stream().noneMatch(word -> word.isNumber() || stating.contains(word.form()));
  }

  /// A farewell outweighs thanks, thanks outweigh *nothing else*. *Yes, thanks* is an answer.
  private static Optional<ClosingKind> kind(Set<Says> said) {
    if (said.contains(Says.FAREWELL) || said.contains(Says.FAREWELL_ALONE)) {
      return Optional.of(ClosingKind.FAREWELL);
    }
    boolean nothingElse = said.contains(Says.NOTHING_ELSE);
    if (said.contains(Says.THANKS) && (nothingElse || !said.contains(Says.ASSENT))) {
      return Optional.of(ClosingKind.THANKS);
    }
    return nothingElse ? Optional.of(ClosingKind.NOTHING_ELSE) : Optional.empty();
  }
}
