package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.teams.AttachedFiles.Picture;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.InThread;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachedFilesTest {
  private static final String AT = "https://smba.example.com/emea/v3/attachments/";

  private final ObjectNode message = (ObjectNode) Payloads.tree("reply");
  private final TeamsTranslator translator =
      new TeamsTranslator(
          Desks.DOORS,
          new OwnRoots(new ManualClock(Instant.EPOCH)),
          new TeamsReading(Desks.BOT, () -> "our team"));

  private Act.Wrote wrote(Told told) {
    return (Act.Wrote) ((InThread) translator.translate(told)).act();
  }

  private Act.Wrote wrote() {
    return wrote(new Told(message));
  }

  private ObjectNode attach(String type) {
    return ((ArrayNode) message.path("attachments")).insertObject(0).put("contentType", type);
  }

  private static Picture picture(int number, String id) {
    String address = AT + id + "/views/original";
    return new Picture("1772441990012-" + number, number, "", "image/*", address);
  }

  @Test
  void pastedPicturesStandInTheHtmlAndAmongTheAttachmentsAndCountOnce() {
    assertThat(wrote(Payloads.told("reply-pictures")))
        .isEqualTo(
            new Act.Wrote(
                "1772441990012",
                "",
                List.of(picture(1, "0-weu-d1-aaaa"), picture(2, "0-weu-d1-bbbb")),
                0));
  }

  @Test
  void aFileOfSharePointIsWithheldAndAReferredMessageIsNone() {
    assertThat(wrote(Payloads.told("reply-picture-and-file")))
        .isEqualTo(new Act.Wrote("1772441990012", "Like this", List.of(picture(1, "0-abc")), 1));
  }

  @Test
  void aPictureOfTheHtmlThatIsNotAttachedIsWithheld() {
    ObjectNode pictures = (ObjectNode) Payloads.tree("reply-pictures");
    ((ArrayNode) pictures.path("attachments")).remove(0);
    Act.Wrote wrote = wrote(new Told(pictures));
    assertThat(wrote.pictures()).containsExactly(picture(1, "0-weu-d1-bbbb"));
    assertThat(wrote.withheld()).isEqualTo(1);
  }

  @Test
  void aPictureOfTheMessageThatIsAnsweredIsNotThisOnes() {
    ObjectNode html = (ObjectNode) message.path("attachments").path(0);
    html.put(
        "content",
        "<blockquote itemtype=\"http://schema.skype.com/Reply\"><p><img src=\"x\""
            + " itemtype=\"http://schema.skype.com/AMSImage\"></p></blockquote><p>Yes</p>");
    assertThat(wrote()).isEqualTo(new Act.Wrote("1772441990012", "Yes", List.of(), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "reference, 1",
    "application/vnd.microsoft.teams.file.download.info, 1",
    "video/mp4, 1",
    "application/vnd.microsoft.card.adaptive, 0",
    "application/vnd.microsoft.card.thumbnail, 0",
    "messageReference, 0",
    "forwardedMessageReference, 0",
    "text/html, 0",
  })
  void whatABotIsNotGivenIsWithheldAndACardIsNoFile(String type, int withheld) {
    attach(type).put("contentUrl", "https://firm.sharepoint.example.com/x").put("name", "x");
    assertThat(wrote().pictures()).isEmpty();
    assertThat(wrote().withheld()).isEqualTo(withheld);
  }

  @Test
  void aPictureWithoutAnAddressIsWithheldAndTheSameTwiceIsOne() {
    attach("image/png");
    attach("image/*").put("contentUrl", AT + "a/views/original");
    attach("IMAGE/PNG").put("contentUrl", AT + "a/views/original").put("name", "a.png");
    assertThat(wrote().pictures())
        .containsExactly(
            new Picture("1772441990012-1", 1, "a.png", "image/png", AT + "a/views/original"));
    assertThat(wrote().withheld()).isEqualTo(1);
  }

  @Test
  void moreThanAMessageCarriesIsWithheld() {
    for (int number = 0; number < SharedFile.PER_MESSAGE_MAX + 2; number++) {
      attach("image/*").put("contentUrl", AT + number + "/views/original");
    }
    assertThat(wrote().pictures()).hasSize(SharedFile.PER_MESSAGE_MAX);
    assertThat(wrote().withheld()).isEqualTo(2);
  }

  @Test
  void itsIdCanStandInAnAddressWhateverTheMessagesIs() {
    message.put("id", "f:1/2?" + "3".repeat(100));
    attach("image/*").put("contentUrl", AT + "a/views/original");
    assertThat(wrote().pictures().getFirst().id())
        .matches("[A-Za-z0-9_-]{1," + SharedFile.ID_MAX + "}");
  }
}
