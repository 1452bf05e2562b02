package io.threadbridge.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bench.replay.DeskThread.Shown;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeskThreadTest {
  private static final String CARD =
      """
      {"ts": "10.000001", "bot_id": "B1", "text": "a summary", "blocks": [
        {"type": "header", "text": {"type": "plain_text", "text": "🦊  Visitor 7"}},
        {"type": "section", "block_id": "words-0-0", "text": {"text": "hi <there>"}}]}
      """;

  @Test
  void theLinesOfAThreadAreReadFromTheBlocks() {
    DeskThread thread =
        read(
            CARD,
            """
            {"ts": "11.000000", "bot_id": "B1", "text": "Visitor 7: a &amp; b\\nc", "blocks": [
              {"type": "context", "elements": [{"text": "🦊  Visitor 7"}]},
              {"type": "section", "block_id": "words-0-0", "text": {"text": "a "}},
              {"type": "section", "block_id": "words-0-1", "text": {"text": "& b"}},
              {"type": "section", "block_id": "words-1-0", "text": {"text": "c"}}]}
            """);
    assertThat(thread.visitor()).isEqualTo("Visitor 7");
    assertThat(thread.lines())
        .containsExactly(
            new Shown("hi <there>", 10_000_001),
            new Shown("a & b", 11_000_000),
            new Shown("c", 11_000_000));
    assertThat(thread.posts()).containsExactly(10_000_001L, 11_000_000L);
    assertThat(thread.textsAgree()).isTrue();
  }

  @Test
  void veryManyLinesAreReadFromOneRichText() {
    DeskThread thread =
        read(
            CARD,
            """
            {"ts": "11.000000", "bot_id": "B1", "text": "Visitor 7: a\\nb", "blocks": [
              {"type": "rich_text", "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "a"}]},
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "b"}]}]}]}
            """);
    assertThat(thread.lines()).extracting(Shown::text).containsExactly("hi <there>", "a", "b");
  }

  @Test
  void aPlainTextThatSaysSomethingElseIsSeen() {
    String other =
        """
        {"ts": "11.000000", "bot_id": "B1", "text": "Visitor 7: %s", "blocks": [
          {"type": "section", "block_id": "words-0-0", "text": {"text": "a @here b"}}]}
        """;
    assertThat(read(CARD, other.formatted("a b")).textsAgree()).isFalse();
    assertThat(read(CARD, other.formatted("a @\u2060here b")).textsAgree()).isTrue();
    assertThat(read(CARD, other.formatted("a…")).textsAgree()).isTrue();
  }

  @Test
  void whatPeopleWroteIsAnAnswer() {
    DeskThread thread =
        read(
            CARD,
            """
            {"ts": "12.500000", "user": "U0BEN", "text": "Answer", "blocks": [{"type": "rich_text",
              "elements": [{"type": "rich_text_section", "elements": [
                {"type": "text", "text": "Answer 1 to "},
                {"type": "link", "url": "https://shop.example"}]}]}]}
            """);
    assertThat(thread.answers())
        .extracting(Shown::text)
        .containsExactly("Answer 1 to https://shop.example");
  }

  @Test
  void anAnswerThatCannotBeForetoldIsRefused() {
    String mention =
        """
        {"ts": "12.500000", "user": "U0BEN", "blocks": [{"type": "rich_text", "elements": [
          {"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U1"}]}]}]}
        """;
    assertThatThrownBy(() -> read(CARD, mention)).hasMessage("a staff message holds a user");
  }

  private static DeskThread read(String... messages) {
    String array = "[" + String.join(",", messages) + "]";
    return DeskThread.of("C1", JsonMapper.builder().build().readTree(array), "B1");
  }
}
