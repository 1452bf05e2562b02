package io.threadbridge.sandbox;

import static io.threadbridge.sandbox.slack.SandboxIds.ANNA;
import static io.threadbridge.sandbox.slack.SandboxIds.APP_TOKEN;
import static io.threadbridge.sandbox.slack.SandboxIds.BOT_TOKEN;
import static io.threadbridge.sandbox.slack.SandboxIds.OVERFLOW;
import static io.threadbridge.sandbox.slack.SandboxIds.WEBSITE_CHAT;
import static io.threadbridge.sandbox.slack.SandboxIds.WITHOUT_BOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.util.http.SlackHttpClient;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Slack's official SDK on one side, people's hands on the other, the sandbox in between.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackWireIT {
  private SandboxApplication.Running sandbox;
  private Hands hands;
  private MethodsClient api;

  @BeforeAll
  void start() {
    sandbox = SandboxApplication.start();
    hands = new Hands(sandbox.address());
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
    config.setStatsEnabled(false);
    OkHttpClient client =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    api = Slack.getInstance(config, new SlackHttpClient(client)).methods(BOT_TOKEN);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    hands.post("reset", Json.object());
  }

  private ChatPostMessageResponse post(String text, @Nullable String thread)
      throws IOException, SlackApiException {
    Message.Metadata metadata = new Message.Metadata();
    metadata.setEventType("batch");
    metadata.setEventPayload(Map.of("id", "b1"));
    return api.chatPostMessage(
        r -> r.channel(WEBSITE_CHAT).text(text).threadTs(thread).metadata(metadata));
  }

  private Socket socket() throws IOException, SlackApiException {
    Socket socket = new Socket(api.appsConnectionsOpen(r -> r.token(APP_TOKEN)).getUrl());
    socket.await(frame -> Json.text(frame, "type").equals("hello"));
    return socket;
  }

  private static ObjectNode wish() {
    return Json.object().put("as", ANNA).put("channel", WEBSITE_CHAT);
  }

  @Test
  void aPostIsFoundAgainByItsMetadataOnlyWhenAllOfItIsAskedFor() throws Exception {
    String ts = post("hello &amp; welcome", null).getTs();

    List<Message> plain = api.conversationsHistory(r -> r.channel(WEBSITE_CHAT)).getMessages();
    List<Message> whole =
        api.conversationsHistory(r -> r.channel(WEBSITE_CHAT).includeAllMetadata(true))
            .getMessages();

    assertThat(plain.getFirst().getMetadata().getEventPayload()).isNull();
    assertThat(whole.getFirst().getMetadata().getEventPayload()).containsEntry("id", "b1");
    assertThat(whole.getFirst().getTs()).isEqualTo(ts);
    assertThat(whole.getFirst().getText()).isEqualTo("hello &amp; welcome");
  }

  @Test
  void aReplyIsToldWithItsParentsAuthorAndRichText() throws Exception {
    String card = post("hello", null).getTs();
    try (Socket socket = socket()) {
      socket.event("message", "");
      hands.post("post", wish().put("thread_ts", card).put("text", "a < b @here"));

      JsonNode event = socket.event("message", "");

      assertThat(Json.text(event, "thread_ts")).isEqualTo(card);
      assertThat(Json.text(event, "parent_user_id")).isEqualTo("U0BRIDGE");
      assertThat(Json.text(event, "text")).isEqualTo("a &lt; b <!here>");
      assertThat(event.path("blocks").path(0).path("type").asString()).isEqualTo("rich_text");
    }
  }

  @Test
  void editsAndDeletesAreToldWithWhatWasBefore() throws Exception {
    try (Socket socket = socket()) {
      String ts = Json.text(hands.post("post", wish().put("text", "first")), "ts");
      hands.post("edit", wish().put("ts", ts).put("text", "second"));
      hands.post("delete", wish().put("ts", ts));

      JsonNode changed = socket.event("message", "message_changed");
      JsonNode deleted = socket.event("message", "message_deleted");

      assertThat(changed.path("previous_message").path("text").asString()).isEqualTo("first");
      assertThat(changed.path("message").path("text").asString()).isEqualTo("second");
      assertThat(Json.text(deleted, "deleted_ts")).isEqualTo(ts);
    }
  }

  @Test
  void aReplyToADeletedCardStandsInTheChannelItself() throws Exception {
    String card = post("hello", null).getTs();
    api.chatDelete(r -> r.channel(WEBSITE_CHAT).ts(card));

    ChatPostMessageResponse orphan = post("are you there?", card);

    assertThat(orphan.isOk()).isTrue();
    assertThat(orphan.getMessage().getThreadTs()).isNull();
  }

  @Test
  void theFourthPostInABurstIsRefusedWithTheSecondsToWait() throws Exception {
    for (int i = 0; i < 3; i++) {
      post("post " + i, null);
    }

    assertThatThrownBy(() -> post("one too many", null))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            refusal -> {
              assertThat(refusal.getResponse().code()).isEqualTo(429);
              assertThat(refusal.getResponse().header("Retry-After")).isEqualTo("1");
            });
    assertThat(hands.get("counters").path("rate_limited").path("chat.postMessage").asInt())
        .isEqualTo(1);
  }

  @Test
  void aPostWhoseAnswerIsLostStandsInTheChannelAllTheSame() throws Exception {
    hands.post(
        "faults", Json.object().put("kind", "commit_drop").put("method", "chat.postMessage"));

    assertThatThrownBy(() -> post("lost answer", null)).isInstanceOf(IOException.class);

    assertThat(api.conversationsHistory(r -> r.channel(WEBSITE_CHAT)).getMessages())
        .extracting(Message::getText)
        .containsExactly("lost answer");
  }

  @Test
  void aPostThatFailsBeforeItIsDoneStandsNowhere() throws Exception {
    hands.post("faults", Json.object().put("kind", "server_error").put("channel", WEBSITE_CHAT));

    assertThatThrownBy(() -> post("never said", null)).isInstanceOf(SlackApiException.class);

    assertThat(api.conversationsHistory(r -> r.channel(WEBSITE_CHAT)).getMessages()).isEmpty();
  }

  @Test
  void anEventThatIsNotAcknowledgedComesAgain() throws Exception {
    hands.post("events", Json.object().put("ack_millis", 200));
    try (Socket socket = socket()) {
      hands.post("post", wish().put("text", "hello"));
      JsonNode first = socket.await(frame -> frame.has("envelope_id"));

      JsonNode again = socket.await(frame -> frame.path("retry_attempt").asInt(0) == 1);
      socket.acknowledge(again, Json.object());

      assertThat(Json.text(again, "envelope_id")).isEqualTo(Json.text(first, "envelope_id"));
      assertThat(Json.text(again, "retry_reason")).isEqualTo("timeout");
    }
  }

  @Test
  void eventsWaitWhileNobodyIsConnected() throws Exception {
    socket().close();
    hands.post("post", wish().put("text", "anybody?"));

    try (Socket socket = socket()) {
      assertThat(Json.text(socket.event("message", ""), "text")).isEqualTo("anybody?");
    }
  }

  @Test
  void aPressedButtonReachesTheAppAndItsTriggerOpensAModalOnce() throws Exception {
    String blocks =
        """
        [{"type":"actions","elements":[{"type":"button","action_id":"claim","value":"c1",
          "text":{"type":"plain_text","text":"Claim"}}]}]
        """;
    String ts =
        api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).text("x").blocksAsString(blocks)).getTs();
    try (Socket socket = socket()) {
      Thread presser =
          Thread.startVirtualThread(
              () -> hands.post("press", wish().put("ts", ts).put("action_id", "claim")));
      JsonNode frame = socket.await(each -> Json.text(each, "type").equals("interactive"));
      socket.acknowledge(frame, Json.object());
      presser.join();
      JsonNode payload = frame.path("payload");
      String view =
          """
          {"type":"modal","title":{"type":"plain_text","text":"Back in"},"blocks":[]}
          """;
      String trigger = Json.text(payload, "trigger_id");

      assertThat(payload.path("actions").path(0).path("value").asString()).isEqualTo("c1");
      assertThat(api.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).isOk()).isTrue();
      assertThat(api.viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).getError())
          .isEqualTo("exchanged_trigger_id");
    }
  }

  @Test
  void whatSlackRefusesIsRefusedInItsWords() throws Exception {
    hands.post("scopes", scopes("remove", "users:read"));

    assertThat(api.usersInfo(r -> r.user(ANNA)).getNeeded()).isEqualTo("users:read");
    assertThat(api.authTest(r -> r.token("xoxb-wrong")).getError()).isEqualTo("invalid_auth");
    assertThat(api.chatPostMessage(r -> r.channel(WITHOUT_BOT).text("x")).getError())
        .isEqualTo("not_in_channel");
    assertThat(api.chatPostMessage(r -> r.channel("C0NOWHERE").text("x")).getError())
        .isEqualTo("channel_not_found");
    assertThat(api.conversationsArchive(r -> r.channel(OVERFLOW)).getError())
        .isEqualTo("unknown_method");
    String ts = api.chatPostMessage(r -> r.channel(OVERFLOW).text("x")).getTs();
    assertThat(api.chatUpdate(r -> r.channel(OVERFLOW).ts(ts).text("x".repeat(4_001))).getError())
        .isEqualTo("msg_too_long");
  }

  private static ObjectNode scopes(String verb, String scope) {
    ObjectNode wish = Json.object();
    wish.putArray(verb).add(scope);
    return wish;
  }

  @Test
  void aFilesBytesNeedTheToken() throws Exception {
    var upload =
        api.filesUploadV2(
            r -> r.channel(WEBSITE_CHAT).filename("note.txt").content("the bytes").title("note"));
    String url = upload.getFile().getUrlPrivateDownload();
    HttpRequest without = HttpRequest.newBuilder(URI.create(url)).build();
    HttpRequest with =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + BOT_TOKEN)
            .build();

    assertThat(hands.raw(without).statusCode()).isEqualTo(200);
    assertThat(hands.raw(without).body()).startsWith("<!DOCTYPE html>");
    assertThat(hands.raw(with).body()).isEqualTo("the bytes");
  }

  @Test
  void aForeignPageIsTurnedAway() {
    HttpRequest foreign =
        HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/page/reset"))
            .header("Origin", "https://evil.example")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(hands.raw(foreign).statusCode()).isEqualTo(403);
  }
}
