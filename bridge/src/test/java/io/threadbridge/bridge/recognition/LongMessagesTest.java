package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long and hostile messages are read in one pass: counted in steps, not by a clock.
class LongMessagesTest {
  private static final int LONG = 4_000;

  @ParameterizedTest
  @ValueSource(strings = {"a", "hi ", "hihi", "bye bye ", "1", ".", "10 minutes ", "👋", "і", "ä "})
  void aLongMessageIsNoGreetingNoEndingAndNoPromise(String part) {
    String text = part.repeat(LONG / part.codePointCount(0, part.length()));
    assertThat(Words.standard().closing(text)).isEmpty();
    assertThat(Words.standard().opener(text)).isEqualTo(Opener.STATED);
    assertThat(Words.standard().promise(text, Instant.EPOCH, ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void tokensAreNoMoreThanTheCharacters() {
    String text = "a1 ,b".repeat(LONG);
    assertThat(Token.all(text)).hasSizeLessThanOrEqualTo(text.length());
  }

  @Test
  void aPhraseLooksAtEachWordOnceForEachOfItsPlaces() {
    CountedWords words = new CountedWords(Collections.nCopies(Phrase.WORDS_MAX, "a"));
    Phrase phrase = Phrase.parse("a* a* a* a* a* b", Map.of());
    assertThat(phrase.ends(words, 0)).isZero();
    assertThat(words.asked()).isLessThan(6L * Phrase.WORDS_MAX * Phrase.WORDS_MAX);
  }

  @Test
  void aWordWithoutEndIsNotTakenApart() {
    Spelling spelling = new Spelling(Set.of("hi"), Set.of(), Set.of());
    String endless = "hi".repeat(LONG);
    assertThat(spelling.read(new Token(endless, endless))).containsExactly(endless);
  }
}
