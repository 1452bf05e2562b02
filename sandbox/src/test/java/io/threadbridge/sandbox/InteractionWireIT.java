package io.threadbridge.sandbox;

import static io.threadbridge.sandbox.slack.SandboxIds.ANNA;
import static io.threadbridge.sandbox.slack.SandboxIds.APP_TOKEN;
import static io.threadbridge.sandbox.slack.SandboxIds.BEN;
import static io.threadbridge.sandbox.slack.SandboxIds.BOT_TOKEN;
import static io.threadbridge.sandbox.slack.SandboxIds.WEBSITE_CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people press, choose, submit and command, as the app hears of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InteractionWireIT {
  private static final String CARD_BLOCKS =
      """
      [{"type":"actions","block_id":"a","elements":[
        {"type":"static_select","action_id":"back","placeholder":{"type":"plain_text","text":"Back"},
         "options":[{"text":{"type":"plain_text","text":"5 min"},"value":"PT5M"},
                    {"text":{"type":"plain_text","text":"Other"},"value":"other"}]},
        {"type":"users_select","action_id":"hand","placeholder":{"type":"plain_text","text":"To"}},
        {"type":"button","action_id":"take","value":"|C0|1.1",
         "text":{"type":"plain_text","text":"Take it"}}]}]\
      """;

  private static final String MODAL =
      """
      {"type":"modal","callback_id":"long","private_metadata":"C0|1.1",
       "title":{"type":"plain_text","text":"Back in"},"submit":{"type":"plain_text","text":"Yes"},
       "blocks":[{"type":"input","block_id":"field","label":{"type":"plain_text","text":"How long"},
        "element":{"type":"plain_text_input","action_id":"field"}}]}\
      """;

  private static final int SOCKETS_MAX = 100;

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
    api = Slack.getInstance(config).methods(BOT_TOKEN);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    hands.post("reset", Json.object());
  }

  /// The only socket: what the app hears goes to any of those that are open, and the sandbox may
  /// not have noticed yet that the one before has gone.
  private Socket socket() throws IOException, SlackApiException {
    for (int attempt = 0; attempt < SOCKETS_MAX; attempt++) {
      Socket socket = new Socket(api.appsConnectionsOpen(r -> r.token(APP_TOKEN)).getUrl());
      JsonNode hello = socket.await(frame -> Json.text(frame, "type").equals("hello"));
      if (hello.path("num_connections").asInt(0) == 1) {
        return socket;
      }
      socket.close();
    }
    throw new AssertionError("the socket before never went");
  }

  private static ObjectNode as(String user, String channel) {
    return Json.object().put("as", user).put("channel", channel);
  }

  /// What the app hears of something that is done, and answers with this.
  private JsonNode heard(Socket socket, String path, ObjectNode wish, ObjectNode answer) {
    CompletableFuture<JsonNode> done = CompletableFuture.supplyAsync(() -> hands.post(path, wish));
    JsonNode frame = socket.await(each -> !Json.text(each, "type").equals("events_api"));
    socket.acknowledge(frame, answer);
    assertThat(done.join().path("ok").asBoolean(false)).isTrue();
    return frame.path("payload");
  }

  private JsonNode pressed(Socket socket, ObjectNode wish) {
    return heard(socket, "press", wish, Json.object());
  }

  private String card() throws IOException, SlackApiException {
    return api.chatPostMessage(
            r -> r.channel(WEBSITE_CHAT).text("card").blocksAsString(CARD_BLOCKS))
        .getTs();
  }

  @Test
  void menusTellWhatWasChosenInThem() throws Exception {
    String ts = card();
    try (Socket socket = socket()) {
      ObjectNode wish = as(ANNA, WEBSITE_CHAT).put("ts", ts);
      JsonNode back =
          pressed(socket, wish.deepCopy().put("action_id", "back").put("value", "PT5M"));
      assertThat(back.at("/actions/0/selected_option/value").asString("")).isEqualTo("PT5M");
      assertThat(back.at("/actions/0/options").isMissingNode()).isTrue();
      JsonNode hand = pressed(socket, wish.put("action_id", "hand").put("value", BEN));
      assertThat(hand.at("/actions/0/selected_user").asString("")).isEqualTo(BEN);
      assertThat(hand.at("/container/channel_id").asString("")).isEqualTo(WEBSITE_CHAT);
    }
  }

  @Test
  void aDirectMessageIsPressedInItsOwnChannelAndLosesItsButton() throws Exception {
    String ts =
        api.chatPostMessage(r -> r.channel(BEN).text("take it").blocksAsString(CARD_BLOCKS))
            .getTs();
    try (Socket socket = socket()) {
      JsonNode press = pressed(socket, as(BEN, "D0BEN").put("ts", ts).put("action_id", "take"));
      assertThat(press.at("/container/channel_id").asString("")).isEqualTo("D0BEN");
      assertThat(press.at("/channel/name").asString("")).isEqualTo("directmessage");
      assertThat(press.at("/actions/0/value").asString("")).isEqualTo("|C0|1.1");
      respond(press, "{\"replace_original\":true,\"text\":\"taken\"}");
      JsonNode message = hands.get("messages?channel=D0BEN").at("/messages/0");
      assertThat(Json.text(message, "text")).isEqualTo("taken");
    }
  }

  @Test
  void aPostForOnesOwnEyesTellsLittleAndCanGoAway() throws Exception {
    String root = card();
    String ts =
        api.chatPostEphemeral(
                r ->
                    r.channel(WEBSITE_CHAT)
                        .user(ANNA)
                        .threadTs(root)
                        .text("offer")
                        .blocksAsString(CARD_BLOCKS))
            .getMessageTs();
    try (Socket socket = socket()) {
      ObjectNode wish = as(ANNA, WEBSITE_CHAT).put("ts", ts).put("action_id", "take");
      JsonNode press = pressed(socket, wish);
      assertThat(press.at("/container/is_ephemeral").asBoolean(false)).isTrue();
      assertThat(press.at("/container/thread_ts").isMissingNode()).isTrue();
      assertThat(press.path("message").isMissingNode()).isTrue();
      respond(press, "{\"delete_original\":true}");
      assertThat(hands.post("press", wish).path("error").asString(""))
          .isEqualTo("message_not_found");
    }
  }

  private void respond(JsonNode press, String body) {
    URI address = URI.create(Json.text(press, "response_url"));
    hands.raw(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void aModalStaysOpenWithItsErrorsAndClosesWithoutThem() throws Exception {
    String ts = card();
    try (Socket socket = socket()) {
      ObjectNode choice = as(ANNA, WEBSITE_CHAT).put("ts", ts).put("action_id", "back");
      JsonNode press = pressed(socket, choice.put("value", "other"));
      String trigger = Json.text(press, "trigger_id");
      assertThat(api.viewsOpen(r -> r.triggerId(trigger).viewAsString(MODAL)).isOk()).isTrue();
      ObjectNode errors = Json.object().put("response_action", "errors");
      errors.putObject("errors").put("field", "No time");
      JsonNode first = heard(socket, "submit", submission("soon"), errors);
      assertThat(Json.text(first, "type")).isEqualTo("view_submission");
      assertThat(first.at("/view/private_metadata").asString("")).isEqualTo("C0|1.1");
      assertThat(first.at("/view/state/values/field/field/value").asString("")).isEqualTo("soon");
      assertThat(hands.get("state?as=" + ANNA).path("view").isObject()).isTrue();
      heard(socket, "submit", submission("5"), Json.object());
      assertThat(hands.get("state?as=" + ANNA).path("view").isNull()).isTrue();
    }
  }

  private static ObjectNode submission(String value) {
    ObjectNode wish = Json.object().put("as", ANNA);
    wish.putObject("values").put("field", value);
    return wish;
  }

  @Test
  void aSlashCommandIsAnsweredForTheAskerAlone() throws Exception {
    try (Socket socket = socket()) {
      ObjectNode wish = as(ANNA, WEBSITE_CHAT).put("command", "/chat").put("text", "status");
      ObjectNode answer = Json.object().put("response_type", "ephemeral").put("text", "All well");
      JsonNode command = heard(socket, "command", wish, answer);
      assertThat(Json.text(command, "command")).isEqualTo("/chat");
      assertThat(Json.text(command, "channel_id")).isEqualTo(WEBSITE_CHAT);
      assertThat(command.has("type")).isFalse();
      JsonNode seen = hands.get("messages?channel=" + WEBSITE_CHAT + "&as=" + ANNA);
      assertThat(seen.at("/ephemerals/0/text").asString("")).isEqualTo("All well");
      JsonNode others = hands.get("messages?channel=" + WEBSITE_CHAT + "&as=" + BEN);
      assertThat(others.path("ephemerals")).isEmpty();
    }
  }

  @Test
  void whoIsAwayIsToldAndABotSpeaksForItselfAlone() throws Exception {
    assertThat(api.usersGetPresence(r -> r.user(BEN)).getPresence()).isEqualTo("active");
    hands.post("presence", Json.object().put("user", BEN).put("presence", "away"));
    assertThat(api.usersGetPresence(r -> r.user(BEN)).getPresence()).isEqualTo("away");
    assertThat(api.usersSetPresence(r -> r.presence("away")).isOk()).isTrue();
    assertThat(api.usersGetPresence(r -> r.user(ANNA)).getPresence()).isEqualTo("active");
    assertThat(api.usersSetPresence(r -> r.presence("busy")).getError())
        .isEqualTo("invalid_presence");
  }

  @Test
  void aQuestionBeforeAButtonHasSlacksLimitsAndNamesAreUniqueInABlock() throws Exception {
    String asks =
        """
        [{"type":"actions","elements":[{"type":"button","action_id":"a",
          "text":{"type":"plain_text","text":"Close"},"confirm":{
          "title":{"type":"plain_text","text":"Close"},"text":{"type":"plain_text","text":"Sure?"},
          "confirm":{"type":"plain_text","text":"%s"},"deny":{"type":"plain_text","text":"No"}}}]}]\
        """;
    String fine = asks.formatted("Yes");
    String tooLong = asks.formatted("Y".repeat(31));
    String twice = CARD_BLOCKS.replace("\"hand\"", "\"back\"");
    assertThat(api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).blocksAsString(fine)).isOk())
        .isTrue();
    assertThat(api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).blocksAsString(tooLong)).getError())
        .isEqualTo("invalid_blocks");
    assertThat(api.chatPostMessage(r -> r.channel(WEBSITE_CHAT).blocksAsString(twice)).getError())
        .isEqualTo("invalid_blocks");
  }
}
