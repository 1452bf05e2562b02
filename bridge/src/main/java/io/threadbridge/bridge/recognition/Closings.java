package io.threadbridge.bridge.recognition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells endings: a message of which anything but words of ending is left is none.
final class Closings {
  private static final int CHARACTERS_MAX = 400;
  private static final int WORDS_MAX = Phrase.WORDS_MAX / 2;

  private enum Says {
    FAREWELL,
    THANKS,
    NOTHING_ELSE,
    ASSENT,
    NOTHING
  }

  private static final Map<Says, Section> SECTIONS =
      Map.of(
          Says.FAREWELL,
          Section.FAREWELL,
          Says.THANKS,
          Section.THANKS,
          Says.NOTHING_ELSE,
          Section.NOTHING_ELSE,
          Says.NOTHING,
          Section.CLOSING_FILLER);

  private final Reading<Says> reading;

  Closings(Vocabulary vocabulary) {
    Map<Says, List<Phrase>> phrases = new EnumMap<>(Says.class);
    SECTIONS.forEach((says, section) -> phrases.put(says, vocabulary.phrases(section)));
    phrases.put(Says.ASSENT, List.of(Phrase.oneOf(vocabulary.words(Section.ASSENT))));
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
    return result.leftOver().isEmpty() ? kind(result.said()) : Optional.empty();
  }

  /// A farewell outweighs thanks, thanks outweigh *nothing else*. *Yes, thanks* is an answer.
  private static Optional<ClosingKind> kind(Set<Says> said) {
    if (said.contains(Says.FAREWELL)) {
      return Optional.of(ClosingKind.FAREWELL);
    }
    boolean nothingElse = said.contains(Says.NOTHING_ELSE);
    if (said.contains(Says.THANKS) && (nothingElse || !said.contains(Says.ASSENT))) {
      return Optional.of(ClosingKind.THANKS);
    }
    return nothingElse ? Optional.of(ClosingKind.NOTHING_ELSE) : Optional.empty();
  }
}
