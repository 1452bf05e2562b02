package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCardsTest {
  private static final String LINK = "https://chat.shop.example/visitor/v1/shared?t=1.c.f.s";

  private static FilePost post(String name, String type, String link) {
    SharedFile.Source source = new SharedFile.Source.Kept(new ConversationId("c1"));
    return new FilePost(
        "Andriy",
        new SharedFile("f1", name, type, 214_300, source),
        () -> new FileBytes.Gone("is not read"),
        URI.create(link),
        "Open " + name,
        Optional.empty());
  }

  private static JsonNode drawn(FilePost post, boolean takesPlainHttp) {
    JsonNode card = new FileCards(new PictureReach(takesPlainHttp)).of(post);
    CardRules.check(card);
    return card;
  }

  private static boolean showsAPicture(JsonNode card) {
    return card.path("body").valueStream().anyMatch(FileCardsTest::isAPicture);
  }

  private static boolean isAPicture(JsonNode element) {
    return element.path("type").asText("").equals("Image");
  }

  @Test
  void aPictureIsShownSmallNamedAndOpened() {
    assertThat(drawn(post("photo.jpg", "image/jpeg", LINK), false))
        .isEqualTo(
            PretendConnector.tree(
                """
                {"type":"AdaptiveCard",
                 "$schema":"http://adaptivecards.io/schemas/adaptive-card.json",
                 "version":"1.5",
                 "body":[
                  {"type":"RichTextBlock","inlines":[
                   {"type":"TextRun","text":"🌐 Andriy","weight":"Bolder"}]},
                  {"type":"Image","size":"Large","altText":"photo.jpg",
                   "url":"%1$s&preview=1",
                   "selectAction":
                    {"type":"Action.OpenUrl","title":"Open photo.jpg","url":"%1$s"}},
                  {"type":"RichTextBlock","inlines":[
                   {"type":"TextRun","text":"📎 photo.jpg · 214 kB"}]}],
                 "actions":[{"type":"Action.OpenUrl","title":"Open photo.jpg","url":"%1$s"}],
                 "msteams":{"width":"Full"}}
                """
                    .formatted(LINK)));
  }

  @Test
  void anyOtherFileIsALineAndAButtonWithWhatIsToBeSaidOfIt() {
    FilePost plain = post("list.pdf", "application/pdf", LINK);
    FilePost marked =
        new FilePost(
            plain.name(),
            plain.file(),
            plain.bytes(),
            plain.link(),
            plain.open(),
            Optional.of("perhaps sent twice"));
    assertThat(drawn(marked, false).path("body"))
        .isEqualTo(
            PretendConnector.tree(
                """
                [{"type":"RichTextBlock","inlines":[
                  {"type":"TextRun","text":"🌐 Andriy","weight":"Bolder"}]},
                 {"type":"RichTextBlock","inlines":[
                  {"type":"TextRun","text":"📎 list.pdf · 214 kB"}]},
                 {"type":"RichTextBlock","inlines":[
                  {"type":"TextRun","text":"perhaps sent twice","isSubtle":true,"size":"Small"}]}]
                """));
    assertThat(FileCards.summary(marked)).isEqualTo("Andriy: 📎 list.pdf · 214 kB");
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, https://chat.shop.example/x?t=1, false, true",
    "image/gif, https://chat.shop.example/x?t=1, false, true",
    "image/webp, https://chat.shop.example/x?t=1, false, false",
    "image/svg+xml, https://chat.shop.example/x?t=1, false, false",
    "application/pdf, https://chat.shop.example/x?t=1, true, false",
    "image/png, http://localhost:8080/x?t=1, false, false",
    "image/png, http://localhost:8080/x?t=1, true, true",
    "image/png, http://chat.shop.example/x?t=1, true, false",
  })
  void aPictureIsShownOnlyWhereTeamsCanFetchAndShowIt(
      String type, String link, boolean takesPlainHttp, boolean isShown) {
    JsonNode card = drawn(post("photo", type, link), takesPlainHttp);
    assertThat(showsAPicture(card)).isEqualTo(isShown);
    assertThat(card.path("actions").path(0).path("url").asText("")).isEqualTo(link);
  }

  @Test
  void aNameIsOnlyRead() {
    String name = "**x** [a](http://b) <at>all</at> {{DATE(1)}}\n# y " + "z".repeat(80) + ".png";
    JsonNode card = drawn(post(name, "image/png", LINK), false);
    String all = card.toString();
    assertThat(all).doesNotContain("<at>", "{{", "TextBlock\",\"text").doesNotContain("\\n");
    assertThat(card.path("msteams").has("entities")).isFalse();
    assertThat(card.path("actions").path(0).path("title").asText(""))
        .hasSizeLessThanOrEqualTo(TeamsText.BUTTON_MAX + 1);
    assertThat(card.findValuesAsText("altText"))
        .allSatisfy(alt -> assertThat(alt).contains("**x**"));
  }
}
