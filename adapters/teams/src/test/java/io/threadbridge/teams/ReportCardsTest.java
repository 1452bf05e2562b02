package io.threadbridge.teams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Report;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A report as Teams shows it.
final class ReportCardsTest {
  private static final String THREAD =
      "https://teams.microsoft.com/l/message/19%3Aa%40thread.tacv2/1?tenantId=t&parentMessageId=1";
  private static final String FILE = "https://chat.example/export/v1/figures.csv?t=a.b-c_d";
  private static final URI HOURS = URI.create("https://chat.example/export/v1/hours.png?t=a.b");

  private static JsonNode drawn(Report report, boolean takesPlainHttp) {
    LinkedLines lines = new LinkedLines(new OwnAddresses(PretendConnector.PUBLIC));
    JsonNode card =
        new ReportCards(lines, new PictureReach(takesPlainHttp)).of(report, word -> "Open <it>");
    CardRules.check(card);
    return card;
  }

  private static JsonNode drawn(String text) {
    return drawn(new Report("Title", text, List.of()), false).path("body");
  }

  private static Report.Shown picture(URI address) {
    return new Report.Shown(new Picture(new byte[] {1}, 1, 1, "Most wrote\non Tuesday."), address);
  }

  private static String words(JsonNode block) {
    return block.path("inlines").path(0).path("text").asText("");
  }

  @Test
  void theTitleIsLargeAndTheTextStandsUnderItLineByLine() {
    JsonNode card =
        drawn(new Report("How it went", "One wrote.\n\nNobody else.", List.of()), false);
    JsonNode body = card.path("body");

    assertThat(words(body.path(0))).isEqualTo("How it went");
    JsonNode title = body.path(0).path("inlines").path(0);
    assertThat(title.path("weight").asText()).isEqualTo("Bolder");
    assertThat(title.path("size").asText()).isEqualTo("Large");
    assertThat(Stream.of(1, 2, 3).map(at -> words(body.path(at))))
        .containsExactly("One wrote.", "\u00a0", "Nobody else.");
    assertThat(card.path("msteams").path("width").asText()).isEqualTo("Full");
    assertThat(card.path("fallbackText").asText())
        .isEqualTo("How it went One wrote.  Nobody else.");
  }

  @Test
  void itsPicturesStandOverTheWholeWidthWithWordsForThoseWhoDoNotSeeThem() {
    JsonNode image =
        drawn(new Report("T", "t", List.of(picture(HOURS))), false).path("body").path(2);

    assertThat(image.path("type").asText()).isEqualTo("Image");
    assertThat(image.path("url").asText()).isEqualTo(HOURS.toString());
    assertThat(image.path("altText").asText()).isEqualTo("Most wrote on Tuesday.");
    assertThat(image.path("size").asText()).isEqualTo("Stretch");
    assertThat(image.path("msteams").path("allowExpand").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://chat.example/hours.png, false, 1",
    "http://chat.example/hours.png, true, 0",
    "http://localhost:8080/hours.png, false, 0",
    "http://localhost:8080/hours.png, true, 1"
  })
  void aPictureThatTeamsCannotFetchIsLeftOut(String address, boolean pretended, int shown) {
    Report report = new Report("T", "t", List.of(picture(URI.create(address))));

    assertThat(drawn(report, pretended).path("body")).hasSize(2 + shown);
  }

  @Test
  void anAddressOfOursIsALink() {
    JsonNode body = drawn("2 leads.\n• since 5. June: " + THREAD + "\nA table: " + FILE);

    assertThat(body.path(2).path("text").asText())
        .isEqualTo("• since 5\\. June: [Open \\<it\\>](" + THREAD + ")");
    assertThat(body.path(2).path("wrap").asBoolean()).isTrue();
    assertThat(body.path(3).path("text").asText())
        .isEqualTo("A table: [figures\\.csv](" + FILE + ")");
  }

  @Test
  void aVisitorsWordsBesideOurLinkNeitherFormatNorLinkNorPing() {
    String words = "• 5 of 5: “**x** [y](https://evil.example) <at>Anna</at> https://e.example” ";
    String text = drawn(words + THREAD + " (perhaps twice)").path(1).path("text").asText();

    assertThat(text)
        .startsWith(
            "• 5 of 5: “\\*\\*x\\*\\* \\[y\\]\\(https:\u2060//evil\\.example\\) \\<\u2060at\\>")
        .endsWith(" [Open \\<it\\>](" + THREAD + ") \\(perhaps twice\\)");
    assertThat(text.replace(THREAD, "")).doesNotContain("https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "http://teams.microsoft.com/l/message/1",
        "https://teams.microsoft.com.evil.example/",
        "https://chat.example@evil.example/",
        "https://me@chat.example/",
        "https://chat.example:444/",
        "https://notslack.com/",
        "https://chat.example/%zz",
        "javascript:https://chat.example/",
        "• 1 of 5: “see https://evil.slack.com/archives/C1/p1 now” ",
        "• 1 з 5: «ось https://teams.microsoft.com/l/message/1 так»",
        "(https://chat.example/",
        "**bold** {{DATE(2026-01-01T00:00:00Z)}} <at>Anna</at>"
      })
  void whateverElseIsOnlyRead(String words) {
    JsonNode block = drawn(words).path(1);

    assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
    assertThat(words(block).replace("\u2060", "")).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://CHAT.example/a", "https://firm.slack.com/archives/C1/p1?a=(b)"})
  void theFirmsOtherThreadsAreLinksToo(String address) {
    String linked = address.replace("(", "%28").replace(")", "%29");

    assertThat(drawn("x " + address).path(1).path("text").asText())
        .isEqualTo("x [Open \\<it\\>](%s)", linked);
  }

  @Test
  void howeverMuchThereIsToTellTheCardStaysSmall() {
    String line = "\n" + "Щ".repeat(90) + ".";
    String lines = String.join("", Collections.nCopies(200, line)).strip();
    Report longest =
        new Report(
            "Щ".repeat(5_000), lines, Collections.nCopies(Report.PICTURES_MAX, picture(HOURS)));
    JsonNode card = drawn(longest, false);

    assertThat(card.toString().getBytes(UTF_8)).hasSizeLessThan(24 * 1_024);
    assertThat(words(card.path("body").path(card.path("body").size() - 1 - Report.PICTURES_MAX)))
        .isEqualTo("…");
    assertThat(LinkedLines.bounded("x".repeat(20_000)))
        .hasSizeBetween(LinkedLines.TEXT_MAX - 10, LinkedLines.TEXT_MAX + 1)
        .endsWith("…");
    assertThat(LinkedLines.bounded("\n".repeat(1_000)).lines())
        .hasSizeLessThanOrEqualTo(CardParts.LINES_MAX + 1);
  }
}
