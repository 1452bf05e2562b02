package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.contract.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of a report on its way into a channel, whatever Slack answers.
@Timeout(SlackReportsIT.SECONDS_MAX)
final class SlackReportsIT {
  static final int SECONDS_MAX = 30;

  private static final DeskRef DESK = new DeskRef("slack:C0SALES");
  private static final PostRef POST = new PostRef("1700000050.000200");
  private static final String UPLOAD = "/upload/F0UP";
  private static final String OK = "{\"ok\":true}";
  private static final String POSTED =
      """
      {"ok":true,"channel":"C0SALES","ts":"1700000050.000200",
       "message":{"ts":"1700000050.000200"}}\
      """;

  private final PretendApi api = new PretendApi();
  private final SlackWorkspace workspace =
      new SlackWorkspace(
          api.settings(true),
          new ManualClock(Instant.parse("2026-11-22T10:00:00Z")),
          TestWords::everywhere,
          Duration.ofSeconds(3),
          Duration.ofSeconds(1));

  @BeforeEach
  void everythingWorks() {
    String upload = api.answersAt(UPLOAD, ok("OK - 4"));
    api.answers(
        "files.getUploadURLExternal",
        "{\"ok\":true,\"upload_url\":\"%s\",\"file_id\":\"F0UP\"}".formatted(upload));
    api.answers(
        "files.completeUploadExternal",
        "{\"ok\":true,\"files\":[{\"id\":\"F0UP\",\"permalink\":\"https://firm.slack.com/F0UP\"}]}");
    api.answers(
        "files.info", "{\"ok\":true,\"file\":{\"id\":\"F0UP\",\"mimetype\":\"image/png\"}}");
    api.answers("files.delete", OK);
    api.answers("chat.postMessage", POSTED);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static Report.Shown shown(String alt, int... png) {
    byte[] bytes = new byte[png.length];
    for (int i = 0; i < png.length; i++) {
      bytes[i] = (byte) png[i];
    }
    URI address = URI.create("https://chat.example/picture");
    return new Report.Shown(new Picture(bytes, 4, 4, alt), address);
  }

  private static Report report(String text, Report.Shown... pictures) {
    return new Report("Puu & Paperi: how it went", text, List.of(pictures));
  }

  private static Report week() {
    return report(
        "14 people wrote.\n• since 5 June: https://firm.slack.com/archives/C0SALES/p17",
        shown("Tuesday at 18 was busy.", 1, 2, 3, 4),
        shown("It gets faster.", 5, 6, 7, 8));
  }

  private Delivery post(Report report) {
    return workspace.chat().report(DESK, "site:shop:3", report);
  }

  private List<JsonObject> blocks() {
    Map<String, String> posted = api.calls("chat.postMessage").getLast();
    JsonObject message =
        SlackJson.parse("{\"blocks\":" + posted.getOrDefault("blocks", "[]") + "}").orElseThrow();
    return SlackJson.objects(message, "blocks");
  }

  private List<String> types() {
    return blocks().stream().map(block -> SlackJson.text(block, "type")).toList();
  }

  private void assertTextAlone(Delivery delivery, int posts) {
    assertThat(delivery).isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("chat.postMessage"))
        .hasSize(posts)
        .allSatisfy(call -> assertThat(call.get("metadata")).contains("\"id\":\"site:shop:3\""));
    assertThat(types()).containsExactly("header", "rich_text");
    assertThat(blocks().getLast().toString()).contains("14 people wrote.");
  }

  @Test
  void titleTextAndPicturesStandInOnePostThatCanBeFound() {
    assertThat(post(week())).isEqualTo(new Delivery.Done(POST));

    assertThat(api.posts(UPLOAD)).hasSize(2);
    assertThat(api.calls("files.completeUploadExternal").getFirst())
        .doesNotContainKey("channel_id");
    assertThat(api.calls("chat.postMessage")).hasSize(1);
    assertThat(api.calls("chat.postMessage").getFirst())
        .containsEntry("channel", "C0SALES")
        .containsEntry("parse", "none")
        .doesNotContainKey("thread_ts");
    assertThat(api.calls("chat.postMessage").getFirst().get("metadata"))
        .contains("\"id\":\"site:shop:3\"", "\"about\":\"desk\"");
    assertThat(types()).containsExactly("header", "rich_text", "image", "image");
    assertThat(blocks().get(2).toString())
        .contains("\"slack_file\":{\"id\":\"F0UP\"}", "\"alt_text\":\"Tuesday at 18 was busy.\"");
    assertThat(workspace.ownPosts().isAside("C0SALES", POST.value())).isTrue();
  }

  @Test
  void onlyAnAddressAtTheEndOfALineIsMoreThanText() {
    post(
        report(
            """
            • *5* of 5: “<!here> @channel <@U0ANNA> https://evil.example and” https://chat.example/x?a=1&b=2
            • 4 of 5: “https://evil.example”
            Well.\
            """));

    JsonObject section = SlackJson.objects(blocks().getLast(), "elements").getFirst();
    List<JsonObject> leaves = SlackJson.objects(section, "elements");
    assertThat(leaves)
        .extracting(leaf -> SlackJson.text(leaf, "type"))
        .containsExactly("text", "link", "text");
    assertThat(SlackJson.text(leaves.getFirst(), "text"))
        .isEqualTo("• *5* of 5: “<!here> @\u2060channel <@U0ANNA> https://evil.example and” ");
    assertThat(SlackJson.text(leaves.get(1), "url")).isEqualTo("https://chat.example/x?a=1&b=2");
    assertThat(SlackJson.text(leaves.getLast(), "text"))
        .isEqualTo("\n• 4 of 5: “https://evil.example”\nWell.");
    assertThat(api.calls("files.getUploadURLExternal")).isEmpty();
  }

  @Test
  void aLongTextIsCutAtLinesAndEndsSomewhere() {
    post(report("A line of a report, and then one more.\n".repeat(2_000)));

    assertThat(types()).hasSizeBetween(5, 10);
    assertThat(blocks().stream().skip(1))
        .allMatch(block -> block.toString().replace("\\n", "\n").length() < 3_000)
        .allMatch(block -> block.toString().contains("\"text\":\"A line"));
    assertThat(blocks().getLast().toString()).contains("…");
  }

  /// A way in which the pictures fail: which call, and how.
  record Failing(String method, ResponseDefinitionBuilder answer) {}

  private static Stream<Failing> waysInWhichPicturesFail() {
    ResponseDefinitionBuilder away = aResponse().withStatus(503);
    ResponseDefinitionBuilder cut = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    return Stream.of(
        new Failing("files.getUploadURLExternal", away),
        new Failing("files.getUploadURLExternal", cut),
        new Failing("files.getUploadURLExternal", ok(OK)),
        new Failing(UPLOAD, away),
        new Failing(UPLOAD, aResponse().withStatus(200).withFixedDelay(10_000)),
        new Failing(
            "files.completeUploadExternal",
            okJson("{\"ok\":false,\"error\":\"invalid_arguments\"}")));
  }

  @ParameterizedTest
  @MethodSource("waysInWhichPicturesFail")
  void withoutItsPicturesTheTextIsPosted(Failing failing) {
    if (failing.method().startsWith("/")) {
      String _ = api.answersAt(failing.method(), failing.answer());
    } else {
      api.answers(failing.method(), failing.answer());
    }
    assertTextAlone(post(week()), 1);
  }

  @Test
  void aLostAnswerToTheLastStepOfAnUploadCostsNothing() {
    api.answers("files.completeUploadExternal", aResponse().withStatus(500));
    api.answers(
        "files.info",
        "{\"ok\":true,\"file\":{\"id\":\"F0UP\",\"mimetype\":\"image/png\",\"permalink\":\"p\"}}");
    post(week());
    assertThat(types()).containsExactly("header", "rich_text", "image", "image");
  }

  @Test
  void aMissingScopeCostsThePicturesAndIsToldWithItsMend() {
    api.answers(
        "files.getUploadURLExternal",
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"files:write\"}");
    assertTextAlone(post(week()), 1);
    assertThat(workspace.health().facts().troubles())
        .anyMatch(trouble -> trouble.mend().contains("files:write"));
  }

  /// As where Slack has not looked into the file yet, for longer than anybody waits.
  @Test
  void whereSlackDoesNotShowThePicturesTheTextIsPostedAndTheFilesGo() {
    api.answers("files.info", "{\"ok\":true,\"file\":{\"id\":\"F0UP\",\"mimetype\":\"\"}}");
    api.answersWhere(
        "chat.postMessage", "slack_file", "{\"ok\":false,\"error\":\"invalid_blocks\"}");

    assertTextAlone(post(week()), 2);
    assertThat(api.calls("files.delete")).isNotEmpty();
  }

  @Test
  void aPauseThatSlackAsksForHoldsTheReportBackAndWhatIsThereIsNotBroughtTwice() {
    post(report("One.", shown("One.", 1, 2, 3, 4)));
    api.answers("chat.postMessage", aResponse().withStatus(429).withHeader("Retry-After", "9"));
    Delivery later = new Delivery.Later(Duration.ofSeconds(9), "rate", "");
    assertThat(post(week())).isEqualTo(later);
    int uploads = api.posts(UPLOAD).size();

    api.answers("chat.postMessage", POSTED);
    assertThat(post(week())).isEqualTo(new Delivery.Done(POST));
    assertThat(api.posts(UPLOAD)).hasSize(uploads);

    api.answers(
        "files.getUploadURLExternal", aResponse().withStatus(429).withHeader("Retry-After", "9"));
    assertThat(post(week())).isEqualTo(later);
  }

  @Test
  void nobodyKnowsOfAPostWhoseAnswerNeverCame() {
    api.answers(
        "chat.postMessage", aResponse().withStatus(200).withBody(POSTED).withFixedDelay(5_000));
    assertThat(post(week())).isInstanceOf(Delivery.Unknown.class);
    assertThat(api.calls("chat.postMessage")).hasSize(1);
    assertThat(api.calls("files.delete")).isEmpty();
  }
}
