package io.threadbridge.bench.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WordPartsTest {
  private static final String FILE =
      """
      # A comment.
      [sets]
      day = day evening
      [farewell]
      bye now|then?, have a nice|fine <day>
      [units]
      minute min = 1
      """;

  @Test
  void theFileCanBeTakenApartAndWrittenAgain() {
    assertThat(without(Set.of()))
        .isEqualTo(
            "[sets] day = day = day day = evening [farewell] bye now|then?"
                + " have a nice|fine <day> [units] minute min = 1");
  }

  @Test
  void eachPhraseEachWordOfASetAndEachChoiceCanBeTakenAway() {
    WordParts parts = new WordParts(FILE);
    assertThat(parts.parts().stream().map(part -> without(Set.of(part))))
        .hasSize(8)
        .anySatisfy(text -> assertThat(text).contains("[sets] day = day = day [farewell]"))
        .anySatisfy(text -> assertThat(text).doesNotContain("bye"))
        .anySatisfy(text -> assertThat(text).contains("bye then? have a nice|fine <day>"))
        .anySatisfy(text -> assertThat(text).contains("bye now|then? have a fine <day>"))
        .allSatisfy(text -> assertThat(text).contains("[units] minute min = 1"));
  }

  @Test
  void aPhraseGoesWithTheLastWordOfAPlaceThatItNeeds() {
    WordParts parts = new WordParts(FILE);
    assertThat(without(Set.copyOf(parts.parts().subList(4, 8))))
        .isEqualTo("[sets] day = day = day day = evening [farewell] bye [units] minute min = 1");
  }

  /// The file in one line.
  private static String without(Set<WordParts.Part> gone) {
    return new WordParts(FILE).without(gone).replaceAll("\\s+", " ").strip();
  }
}
