package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FilePost;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a visitor's file on its way into a thread, whatever Slack answers.
@Timeout(SlackFilePostsIT.SECONDS_MAX)
class SlackFilePostsIT {
  static final int SECONDS_MAX = 30;

  private static final DeskRef DESK = new DeskRef("slack:C0SALES");
  private static final ThreadRef THREAD = new ThreadRef("1700000000.000100");
  private static final PostRef POST = new PostRef("1700000050.000200");
  private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2};
  private static final String PERMALINK = "https://firm.slack.com/files/U0BRIDGE/F0UP/a.png";
  private static final String UPLOAD = "/upload/F0UP";
  private static final String OK = "{\"ok\":true}";
  private static final String POSTED =
      """
      {"ok":true,"channel":"C0SALES","ts":"1700000050.000200",
       "message":{"ts":"1700000050.000200","thread_ts":"1700000000.000100"}}\
      """;

  private final PretendApi api = new PretendApi();
  private final SlackWorkspace workspace = workspace(true);

  @BeforeEach
  void everythingWorks() {
    String upload = api.answersAt(UPLOAD, ok("OK - 7"));
    api.answers(
        "files.getUploadURLExternal",
        "{\"ok\":true,\"upload_url\":\"%s\",\"file_id\":\"F0UP\"}".formatted(upload));
    api.answers(
        "files.completeUploadExternal",
        "{\"ok\":true,\"files\":[{\"id\":\"F0UP\",\"permalink\":\"%s\"}]}".formatted(PERMALINK));
    api.answers("files.info", info("image/png"));
    api.answers("files.delete", OK);
    api.answers("chat.postMessage", POSTED);
    api.answers("chat.delete", OK);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private SlackWorkspace workspace(boolean visitorAsAuthor) {
    return new SlackWorkspace(
        api.settings(visitorAsAuthor),
        InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")),
        TestWords::everywhere,
        Duration.ofSeconds(6),
        Duration.ofSeconds(2));
  }

  private static String info(String mimetype) {
    return "{\"ok\":true,\"file\":{\"id\":\"F0UP\",\"mimetype\":\"%s\",\"permalink\":\"%s\"}}"
        .formatted(mimetype, PERMALINK);
  }

  private static FilePost file(String name, String type, FileBytes bytes) {
    SharedFile.Source source = new SharedFile.Source.Kept(new ConversationId("c1"));
    return new FilePost(
        "Andriy",
        new SharedFile("f1", name, type, BYTES.length, source),
        () -> bytes,
        URI.create("https://chat.example/files/sealed"),
        "Open " + name,
        Optional.empty());
  }

  private static FilePost picture() {
    return file("a.png", "image/png", open());
  }

  private static FileBytes open() {
    return new FileBytes.Open(new ByteArrayInputStream(BYTES));
  }

  private Delivery post(FilePost file) {
    return workspace.chat().postFile(DESK, THREAD, "c1:7.1", file);
  }

  private Map<String, String> posted() {
    return api.calls("chat.postMessage").getLast();
  }

  private void assertLink(Delivery delivery) {
    assertThat(delivery).isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("chat.postMessage")).hasSize(1);
    assertThat(posted().get("blocks"))
        .contains("https://chat.example/files/sealed", "a.png")
        .doesNotContain("slack_file", PERMALINK);
    assertThat(posted()).containsEntry("unfurl_links", "0").containsKey("username");
  }

  @Test
  void aPictureIsUploadedForNobodyAndShownByAPostThatCanBeFound() {
    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));

    assertThat(api.calls("files.getUploadURLExternal").getFirst())
        .containsEntry("filename", "a.png")
        .containsEntry("length", "7");
    assertThat(api.posts(UPLOAD))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.getBody()).isEqualTo(BYTES);
              assertThat(sent.containsHeader("Authorization")).isFalse();
            });
    assertThat(api.calls("files.completeUploadExternal").getFirst())
        .containsOnlyKeys("files")
        .containsEntry("files", "[{\"id\":\"F0UP\",\"title\":\"a.png\"}]");
    assertThat(posted())
        .containsEntry("channel", "C0SALES")
        .containsEntry("thread_ts", THREAD.value())
        .doesNotContainKey("username");
    assertThat(posted().get("blocks"))
        .contains("\"slack_file\":{\"id\":\"F0UP\"}", "\"alt_text\":\"a.png\"", "Andriy");
    assertThat(posted().get("metadata")).contains("\"id\":\"c1:7.1\"", "\"file\":\"F0UP\"");
  }

  @Test
  void anyOtherFileIsSharedByItsPermalinkUnderOurOwnName() {
    FilePost paper = file("list.pdf", "application/pdf", open());
    assertThat(post(paper)).isEqualTo(new Delivery.Done(POST));

    assertThat(posted())
        .containsEntry("text", "Andriy: 📎 list.pdf <" + PERMALINK + ">")
        .containsEntry("unfurl_links", "1")
        .doesNotContainKey("username");
    assertThat(posted().get("blocks"))
        .contains(PERMALINK + "|📎 Open list.pdf", "Andriy")
        .doesNotContain("slack_file");
    assertThat(api.calls("files.info")).isEmpty();
  }

  @Test
  void aPictureIsShownOnceSlackHasLookedIntoIt() {
    api.answers("files.info", info(""));
    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("files.info")).hasSizeBetween(3, 12);
    assertThat(posted().get("blocks")).contains("slack_file");
  }

  @Test
  void aPictureThatSlackCannotShowIsSharedAsAFile() {
    api.answersWhere(
        "chat.postMessage", "slack_file", "{\"ok\":false,\"error\":\"invalid_blocks\"}");

    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("chat.postMessage")).hasSize(2);
    assertThat(posted().get("blocks")).contains(PERMALINK).doesNotContain("slack_file");
  }

  @Test
  void aNameNeitherPingsNorFormatsNorLinks() {
    String name = "*b* <!here> @channel https://evil.example|x.pdf";
    assertThat(post(file(name, "application/pdf", open()))).isEqualTo(new Delivery.Done(POST));

    assertThat(posted().get("text"))
        .doesNotContain("<!here>", "@channel", "https://evil.example")
        .contains("&lt;!here&gt;");
    assertThat(posted().get("blocks"))
        .contains(
            "|📎 Open *b* \\u0026lt;!here\\u0026gt; @channel https://evil.example/x.pdf\\u003e")
        .contains("\"verbatim\":true");
  }

  static Stream<ResponseDefinitionBuilder> troubles() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(403),
        ok("<html>"),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFixedDelay(9_000).withStatus(500));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whateverFailsAtTheBeginningThePostHoldsALink(ResponseDefinitionBuilder trouble) {
    api.answers("files.getUploadURLExternal", trouble);
    assertLink(post(picture()));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void whateverFailsAtTheEndTheFileItselfTellsWhetherItIsThere(ResponseDefinitionBuilder trouble) {
    api.answers("files.completeUploadExternal", trouble);
    api.answers("files.info", "{\"ok\":false,\"error\":\"file_not_found\"}");
    assertLink(post(picture()));
  }

  @Test
  void anUploadOfWhichNobodyKnewIsLookedUp() {
    api.answersStatus("files.completeUploadExternal", 500);
    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));
    assertThat(posted().get("blocks")).contains("slack_file");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 413, 500})
  void bytesThatSlackDoesNotTakeAreLinked(int status) {
    String _ = api.answersAt(UPLOAD, aResponse().withStatus(status));
    assertLink(post(picture()));
    assertThat(api.calls("files.completeUploadExternal")).isEmpty();
  }

  @Test
  void aSlowUploadIsLinkedInTime() {
    String _ = api.answersAt(UPLOAD, ok().withFixedDelay(9_000));
    assertLink(post(picture()));
  }

  @Test
  void bytesGoNowhereButToSlack() {
    api.answers(
        "files.getUploadURLExternal",
        "{\"ok\":true,\"upload_url\":\"http://127.0.0.1:1/x\",\"file_id\":\"F0UP\"}");
    assertLink(post(picture()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 8, 9_000})
  void aFileOfAnotherLengthThanWasToldIsLinked(int length) {
    FileBytes other = new FileBytes.Open(new ByteArrayInputStream(new byte[length]));
    assertLink(post(file("a.png", "image/png", other)));
  }

  @Test
  void aMissingScopeCostsThePreviewAndIsToldToWhoeverCanMendIt() {
    String no = "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"files:write\"}";
    api.answers("files.getUploadURLExternal", no);
    assertLink(post(picture()));
    assertThat(workspace.health().facts().troubles())
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.mend()).contains("files:write"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"getUploadURLExternal", "completeUploadExternal"})
  void aPauseThatSlackAsksForIsKept(String method) {
    api.answers("files." + method, aResponse().withStatus(429).withHeader("Retry-After", "9"));
    assertThat(post(picture())).isEqualTo(new Delivery.Later(Duration.ofSeconds(9), "rate", ""));
    assertThat(api.calls("chat.postMessage")).isEmpty();
  }

  @Test
  void whatIsNotPostedAfterAllLeavesNoFileBehind() {
    api.answers("chat.postMessage", "{\"ok\":false,\"error\":\"is_archived\"}");
    assertThat(post(picture())).isInstanceOf(Delivery.Later.class);
    assertThat(api.calls("files.delete")).containsExactly(Map.of("file", "F0UP"));
  }

  @Test
  void aPostOfWhichNobodyKnowsKeepsItsFile() {
    api.answersStatus("chat.postMessage", 500);
    assertThat(post(picture())).isInstanceOf(Delivery.Unknown.class);
    assertThat(api.calls("files.delete")).isEmpty();
  }

  @Test
  void aPostThatIsTakenBackTakesItsFileWithIt() {
    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));
    assertThat(workspace.chat().takeBack(DESK, THREAD, POST)).isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("files.delete")).containsExactly(Map.of("file", "F0UP"));
    assertThat(api.calls("chat.delete").getFirst()).containsEntry("ts", POST.value());
  }

  @Test
  void whoDidNotPostItAsksThePostWhichFileItShows() {
    api.answers(
        "conversations.replies",
        """
        {"ok":true,"messages":[{"ts":"1700000000.000100"},{"ts":"1700000050.000200","metadata":
         {"event_type":"threadbridge_post","event_payload":{"id":"c1:7.1","file":"F0UP"}}}]}\
        """);
    assertThat(workspace(true).chat().takeBack(DESK, THREAD, POST))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("files.delete")).containsExactly(Map.of("file", "F0UP"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file_not_found", "file_deleted", "cant_delete_file", "missing_scope"})
  void aFileThatCannotBeDeletedDoesNotKeepItsPost(String error) {
    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));
    api.answers("files.delete", "{\"ok\":false,\"error\":\"%s\"}".formatted(error));
    api.answers("chat.delete", "{\"ok\":false,\"error\":\"message_not_found\"}");
    assertThat(workspace.chat().takeBack(DESK, THREAD, POST)).isEqualTo(new Delivery.Done(POST));
  }

  @Test
  void aFileIsTakenBackAgainAsLongAsNobodyKnowsOfIt() {
    assertThat(post(picture())).isEqualTo(new Delivery.Done(POST));
    api.answersStatus("files.delete", 500);
    assertThat(workspace.chat().takeBack(DESK, THREAD, POST)).isInstanceOf(Delivery.Unknown.class);
    assertThat(api.calls("chat.delete")).isEmpty();
  }

  @Test
  void wherePeopleAreNeverNamedTheLinkSaysWhoSentIt() {
    api.answersStatus("files.getUploadURLExternal", 500);
    assertThat(workspace(false).chat().postFile(DESK, THREAD, "c1:7.1", picture()))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(posted()).doesNotContainKey("username");
    assertThat(posted().get("blocks")).contains("Andriy");
  }

  @Test
  void onlySlacksOwnAddressesAreSlacks() {
    SlackSettings settings =
        new SlackSettings(
            "xoxb-test", Optional.of("xapp-test"), Optional.empty(), SlackSettings.SLACK, false);
    Stream.of(
            "https://files.slack.com/a",
            "https://slack.com/",
            "https://a.b.slack.com/x",
            "https://slack-files.com/T1")
        .forEach(ours -> assertThat(settings.isSlacks(okhttp3.HttpUrl.get(ours))).isTrue());
    List.of(
            "http://files.slack.com/a",
            "https://files.slack.com:8443/a",
            "https://slack.com.evil.example/",
            "https://evilslack.com/",
            "https://user@evil.example/slack.com")
        .forEach(other -> assertThat(settings.isSlacks(okhttp3.HttpUrl.get(other))).isFalse());
  }
}
