package io.threadbridge.bridge.recognition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells a bare greeting and an opener that says too little from everything else.
final class Openers {
  private static final int CHARACTERS_MAX = 200;
  private static final int WORDS_MAX = Phrase.WORDS_MAX / 2;
  private static final int CONTENT_WORDS_MAX = 2;
  private static final int GARBLED_MIN = 4;

  /// So many consonants on end are no word of our languages.
  private static final int CONSONANTS_MAX = 5;

  private static final String VOWELS = "aeiouyаеиіоуюяєї";

  private enum Says {
    GREETING,
    COURTESY
  }

  private final Reading<Says> reading;
  private final Set<String> stating;
  private final Set<String> small;

  Openers(Vocabulary vocabulary) {
    Map<Says, List<Phrase>> phrases = new EnumMap<>(Says.class);
    phrases.put(Says.GREETING, vocabulary.phrases(Section.GREETING));
    phrases.put(Says.COURTESY, vocabulary.phrases(Section.COURTESY));
    this.stating = vocabulary.words(Section.STATING);
    this.small = vocabulary.words(Section.SMALL);
    this.reading =
        new Reading<>(phrases, vocabulary.words(Section.NAMES), Says.COURTESY, vocabulary.plain());
  }

  Opener of(String text) {
    if (text.length() > CHARACTERS_MAX) {
      return Opener.STATED;
    }
    List<Token> words = Token.words(text);
    if (words.size() > WORDS_MAX) {
      return Opener.STATED;
    }
    Reading.Result<Says> result = reading.of(words);
    List<Token> leftOver = result.leftOver();
    if (leftOver.isEmpty()) {
      return result.said().contains(Says.GREETING) ? Opener.BARE_GREETING : Opener.UNCLEAR;
    }
    boolean asks = text.indexOf('?') >= 0;
    return !asks && saysTooLittle(words, leftOver) ? Opener.UNCLEAR : Opener.STATED;
  }

  private boolean saysTooLittle(List<Token> words, List<Token> leftOver) {
    if (words.stream().anyMatch(word -> word.isNumber() || stating.contains(word.form()))) {
      return false;
    }
    List<Token> content = leftOver.stream().filter(word -> !small.contains(word.form())).toList();
    return content.size() <= CONTENT_WORDS_MAX || content.stream().allMatch(Openers::isGarble);
  }

  /// A word that nobody can say: without a vowel, or with too many consonants on end.
  private static boolean isGarble(Token word) {
    int run = 0;
    int longest = 0;
    boolean vowel = false;
    for (int point : word.raw().codePoints().toArray()) {
      boolean sung = VOWELS.indexOf(point) >= 0;
      vowel |= sung;
      run = sung ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return longest > CONSONANTS_MAX || (!vowel && word.raw().length() >= GARBLED_MIN);
  }
}
