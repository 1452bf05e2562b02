package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.threadbridge.teams.PretendConnector.card;
import static io.threadbridge.teams.PretendConnector.created;
import static io.threadbridge.teams.PretendConnector.refusal;
import static io.threadbridge.teams.TeamsSamples.DESK;
import static io.threadbridge.teams.TeamsSamples.POST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Report;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a report, whatever Teams answers to it.
class TeamsReportsIT {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final String AT_ROOT = "conversations/" + TeamsSamples.CHANNEL + "/activities";
  private static final String CHAT = "conversations/a:chat/activities";
  private static final Report WEEK =
      new Report(
          "How the week went",
          "14 wrote.\nA table: https://chat.example/export/v1/figures.csv?t=a",
          List.of(
              new Report.Shown(
                  new Picture(new byte[] {1}, 1, 1, "Most wrote on Tuesday."),
                  URI.create("https://chat.example/export/v1/hours.png?t=a.b"))));

  private final PretendConnector connector = new PretendConnector();
  private final TeamsWorkspace workspace =
      connector.workspace(
          InstantSource.fixed(TeamsSamples.NOW), true, new Patience(SHORT, SHORT, SHORT));

  @AfterEach
  void stop() {
    connector.close();
  }

  private Delivery posted() {
    return workspace.chat().report(DESK, "site:1", WEEK);
  }

  private static JsonNode body(JsonNode activity) {
    return card(activity).path("body");
  }

  @Test
  void aReportIsOnePostAtTheChannelsRoot() {
    connector.answers("POST", AT_ROOT, created("{\"id\":\"" + POST.value() + "\"}"));

    assertThat(posted()).isEqualTo(new Delivery.Done(POST));

    assertThat(connector.asked()).containsExactly("POST " + AT_ROOT);
    JsonNode sent = connector.body();
    CardRules.check(card(sent));
    assertThat(body(sent)).hasSize(4);
    assertThat(body(sent).path(3).path("type").asText()).isEqualTo("Image");
    assertThat(sent.path("summary").asText()).startsWith("How the week went 14 wrote.");
    assertThat(sent.has("text")).isFalse();
    assertThat(connector.roots)
        .containsExactly("announced " + TeamsSamples.CHANNEL + " " + POST.value());
  }

  @ParameterizedTest
  @CsvSource({"400, BadSyntax", "400, BadArgument", "413, MessageSizeTooBig"})
  void whereTeamsDoesNotTakeTheCardTheTextIsPostedAlone(int status, String code) {
    connector.answers("POST", AT_ROOT, refusal(status, code));

    assertThat(posted()).isEqualTo(new Delivery.Refused(code));

    assertThat(connector.bodies()).hasSize(2);
    assertThat(body(connector.body()).findValues("type"))
        .extracting(JsonNode::asText)
        .containsOnly("RichTextBlock", "TextRun");
    assertThat(body(connector.body()).findValuesAsText("text"))
        .containsExactly(
            "How the week went",
            "14 wrote.",
            "A table: https://chat.example/export/v1/figures.csv?t=a");
  }

  @Test
  void aNoThatComesTooLateForASecondPostIsTriedLater() {
    Duration late = Duration.ofMillis(4_100);
    TeamsWorkspace patient =
        connector.workspace(InstantSource.fixed(TeamsSamples.NOW), true, Patience.USUAL);
    connector.answers(
        "POST", AT_ROOT, refusal(400, "BadSyntax").withFixedDelay((int) late.toMillis()));

    assertThat(patient.chat().report(DESK, "site:1", WEEK)).isInstanceOf(Delivery.Later.class);

    assertThat(connector.bodies()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void whatMayHaveBeenPostedIsNotPostedAgain(int status) {
    connector.answers("POST", AT_ROOT, aResponse().withStatus(status));

    assertThat(posted()).isInstanceOf(Delivery.Unknown.class);

    assertThat(connector.bodies()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429, Throttled", "403, BotNotInConversationRoster", "404, ConversationNotFound"})
  void whatPassesOrCanBeMendedIsTriedLater(int status, String code) {
    connector.answers("POST", AT_ROOT, refusal(status, code));

    assertThat(posted()).isInstanceOf(Delivery.Later.class);

    assertThat(connector.bodies()).hasSize(1);
  }

  @Test
  void whoAskedReadsItWhereTheyAskedWithLinksThatCanBeClicked() {
    connector.answers("POST", CHAT, created("{\"id\":\"1\"}"));

    workspace.speech().report(DESK, "a:chat", WEEK);
    workspace.speech().answer(DESK, "a:chat", WEEK.text());

    assertThat(body(connector.bodies().getFirst()).path(3).path("type").asText())
        .isEqualTo("Image");
    assertThat(connector.bodies())
        .hasSize(2)
        .allSatisfy(
            sent ->
                assertThat(body(sent).findValuesAsText("text"))
                    .contains(
                        "A table:"
                            + " [figures\\.csv](https://chat.example/export/v1/figures.csv?t=a)"));
  }

  @Test
  void whoAskedReadsTheTextAloneWhereTeamsDoesNotTakeTheCard() {
    connector.answers("POST", CHAT, refusal(400, "BadSyntax"));

    workspace.speech().report(DESK, "a:chat", WEEK);

    assertThat(connector.bodies()).hasSize(2);
    assertThat(body(connector.body()).findValues("type"))
        .extracting(JsonNode::asText)
        .containsOnly("RichTextBlock", "TextRun");
  }
}
