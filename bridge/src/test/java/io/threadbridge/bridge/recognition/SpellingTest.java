package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is meant by what was typed.
class SpellingTest {
  private final Spelling spelling =
      new Spelling(
          Set.of("hi", "morning", "thank", "you", "bye"), Set.of("taylor", "mia"), Set.of());

  @ParameterizedTest
  @CsvSource({
    "morning, morning",
    "monring, morning",
    "morninng, morning",
    "mornig, morning",
    "mourning, morning",
    "tatlor, taylor",
    "ban, ban",
    "bxe, bxe",
    "warnings, warnings",
    "miax, miax"
  })
  void oneSlipInALongWordIsMended(String typed, String meant) {
    assertThat(spelling.read(Token.of(typed))).containsExactly(meant);
  }

  @Test
  void wordsRunTogetherAreTakenApart() {
    assertThat(spelling.read(Token.of("himorningtaylor")))
        .containsExactly("hi", "morning", "taylor");
    assertThat(spelling.read(Token.of("thankyoubye"))).containsExactly("thank", "you", "bye");
  }

  @Test
  void aShortWordIsFoundOnlyAtTheBeginning() {
    assertThat(spelling.read(Token.of("thankhi"))).containsExactly("thankhi");
  }

  @Test
  void wordsThatMeanWhatTheySayAreLeft() {
    Spelling careful = new Spelling(Set.of("morning"), Set.of(), Set.of("mourning"));
    assertThat(careful.read(Token.of("mourning"))).isEqualTo(List.of("mourning"));
  }
}
