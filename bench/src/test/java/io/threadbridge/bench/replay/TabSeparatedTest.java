package io.threadbridge.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TabSeparatedTest {
  @Test
  void plainFieldsAreDividedByTabs() {
    assertThat(TabSeparated.rows("a\tb c\t\nd\t\te"))
        .containsExactly(List.of("a", "b c", ""), List.of("d", "", "e"));
  }

  @Test
  void aQuotedFieldMayHoldTabsLineEndsAndQuotes() {
    assertThat(TabSeparated.rows("1\t\"one\ttwo\nthree \"\"four\"\"\"\t2\r\n3\t4\t5\r\n"))
        .containsExactly(List.of("1", "one\ttwo\nthree \"four\"", "2"), List.of("3", "4", "5"));
  }

  @Test
  void aQuoteInsideAPlainFieldIsACharacter() {
    assertThat(TabSeparated.rows("5\" wide\tso \"called\""))
        .containsExactly(List.of("5\" wide", "so \"called\""));
  }

  @Test
  void emptyLinesAreNoRows() {
    assertThat(TabSeparated.rows("\na\tb\n\n\r\nc\td\n\n"))
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void aQuoteThatDoesNotEndIsRefused() {
    assertThatThrownBy(() -> TabSeparated.rows("a\t\"b\nc\td"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("character 2");
  }
}
