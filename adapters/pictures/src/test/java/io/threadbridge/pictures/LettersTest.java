package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The letters of every language are there.
final class LettersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ääkköset Öylätti",
        "Їжак єсть щось ґанку, Ь і Й",
        "Rødgrød på Ærø",
        "Örebro åker ärta",
        "Größe Übermaß ẞ",
        "Plain words, 0123456789"
      })
  void theFamilyHasAllLettersOfALanguage(String text) {
    Letters letters = Letters.forText(Letters.installed(), text);

    assertThat(List.of(letters.title(), letters.label(), letters.number(9)))
        .allMatch(font -> font.canDisplayUpTo(text) == -1);
    assertThat(letters.showable(text)).isEqualTo(text);
  }

  @Test
  void theBetterFamilyIsTaken() {
    assertThat(Letters.forText(Set.of("SansSerif", "DejaVu Sans", "Wingdings"), "abc").family())
        .isEqualTo("DejaVu Sans");
  }

  @Test
  void aTextIsCutToItsRoom() {
    Letters letters = new Letters("SansSerif");
    String cut = letters.cut("Donnerstagnachmittag", 60);

    assertThat(cut).startsWith("Donn").endsWith("…");
    assertThat(Letters.width(cut, letters.label())).isLessThanOrEqualTo(60);
    assertThat(letters.cut("Do", 60)).isEqualTo("Do");
  }

  @Test
  void numbersAreWrittenAsInTheLanguage() {
    assertThat(new Numbers("en").format(9_999)).isEqualTo("9,999");
    assertThat(new Numbers("en").format(1_250_000)).isEqualTo("1.3M");
    assertThat(new Numbers("de").format(9_999)).isEqualTo("9.999");
    assertThat(new Numbers("uk").format(20_000)).isEqualTo("20\u00a0тис.");
  }

  @Test
  void waitsAreWrittenAsOnAStopwatch() {
    assertThat(Numbers.clock(5)).isEqualTo("0:05");
    assertThat(Numbers.clock(90)).isEqualTo("1:30");
    assertThat(Numbers.clock(7_265)).isEqualTo("2:01:05");
  }
}
