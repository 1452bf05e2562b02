package io.threadbridge.sandbox;

import static io.threadbridge.sandbox.teams.TeamsSandboxIds.ANNA;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.APP_SECRET;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.BEN;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.GENERAL;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.GUEST;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.PRIVATE;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.TEAM;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.TENANT;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.WEBSITE_CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The connector as a bot calls it: threads, chats, changes, rosters, limits and faults.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsWireIT {
  private SandboxApplication.Running sandbox;
  private Hands hands;
  private TeamsBot bot;

  @BeforeAll
  void start() throws Exception {
    sandbox = SandboxApplication.start();
    hands = new Hands(sandbox.address());
    bot = new TeamsBot(sandbox.address());
  }

  @AfterAll
  void stop() {
    bot.close();
    sandbox.close();
  }

  @BeforeEach
  void reset() throws Exception {
    hands.post("teams/reset", Json.object());
    bot.login(APP_SECRET);
  }

  private static String error(HttpResponse<String> answer) {
    JsonNode body = Json.parse(answer.body()).orElseThrow();
    return answer.statusCode() + " " + Json.text(body.path("error"), "code");
  }

  private String id(HttpResponse<String> answer) {
    return Json.text(Json.parse(answer.body()).orElseThrow(), "id");
  }

  private JsonNode messages(String conversation, String thread) {
    return hands
        .get("teams/messages?conversation=%s&thread=%s".formatted(conversation, thread))
        .path("messages");
  }

  private static String root(String thread) {
    return thread.substring(thread.indexOf('=') + 1);
  }

  private HttpResponse<String> send(String conversation, ObjectNode activity)
      throws IOException, InterruptedException {
    return bot.call("POST", "v3/conversations/" + conversation + "/activities", activity);
  }

  @Test
  void aReplyStandsInTheThreadThatItsAddressNames() throws Exception {
    String thread = bot.thread("a visitor");

    send(thread, TeamsBot.message("raw"));
    String encoded = thread.replace(":", "%3A").replace("@", "%40").replace(";", "%3B");
    send(encoded.replace("=", "%3d"), TeamsBot.message("encoded"));
    send(WEBSITE_CHAT, TeamsBot.message("another thread").put("replyToId", root(thread)));

    assertThat(thread).startsWith(WEBSITE_CHAT + ";messageid=");
    assertThat(messages(WEBSITE_CHAT, root(thread)))
        .extracting(each -> Json.text(each.path("content"), "text"))
        .containsExactly("a visitor", "raw", "encoded");
    assertThat(messages(WEBSITE_CHAT, "")).hasSize(4);
  }

  @Test
  void onlyATokenThatWasGivenOpensTheConnector() throws Exception {
    String thread = bot.thread("hello");

    assertThat(bot.login("wrong").statusCode()).isEqualTo(401);
    assertThat(error(send(thread, TeamsBot.message("x")))).isEqualTo("401 BotNotRegistered");
    bot.login(APP_SECRET);
    assertThat(send(thread, TeamsBot.message("x")).statusCode()).isEqualTo(201);
    hands.post("teams/tokens", Json.object().put("revoke", true));
    assertThat(error(send(thread, TeamsBot.message("x")))).isEqualTo("401 BotNotRegistered");
  }

  @Test
  void theChatWithAPersonIsAlwaysTheSame() throws Exception {
    String chat = bot.chat(ANNA);
    String objectId = Json.text(hands.get("teams/state").path("people").path(0), "aadObjectId");

    assertThat(chat).startsWith("a:").isEqualTo(bot.chat(objectId)).isNotEqualTo(bot.chat(BEN));
    assertThat(id(send(chat, TeamsBot.message("only you")))).isNotEmpty();
    assertThat(bot.chat(GUEST)).isEmpty();
  }

  @Test
  void whatTeamsRefusesIsRefusedInItsWords() throws Exception {
    ObjectNode withoutActivity = TeamsBot.threadWish();
    ObjectNode withoutTenant = TeamsBot.threadWish().without("tenantId");
    withoutTenant.set("activity", TeamsBot.message("x"));
    ObjectNode group = Json.object().put("isGroup", true).put("tenantId", TENANT);

    assertThat(error(bot.call("POST", "v3/conversations", withoutActivity)))
        .isEqualTo("400 BadSyntax");
    assertThat(error(bot.call("POST", "v3/conversations", withoutTenant)))
        .isEqualTo("400 BadArgument");
    assertThat(error(bot.call("POST", "v3/conversations", group))).isEqualTo("400 BadArgument");
    assertThat(error(send("19:nowhere@thread.tacv2", TeamsBot.message("x"))))
        .isEqualTo("404 ConversationNotFound");
    assertThat(error(send(WEBSITE_CHAT + ";messageid=1", TeamsBot.message("x"))))
        .isEqualTo("404 ConversationNotFound");
    assertThat(error(send(PRIVATE, TeamsBot.message("x"))))
        .isEqualTo("403 BotNotInConversationRoster");
    assertThat(error(send(GENERAL, TeamsBot.message("x".repeat(51_201)))))
        .isEqualTo("413 MessageSizeTooBig");
    assertThat(error(send(GENERAL, Json.object().put("type", "message"))))
        .isEqualTo("400 BadSyntax");
  }

  @Test
  void aBotThatWasRemovedIsNotInTheRosterAnyMore() throws Exception {
    String thread = bot.thread("hello");
    hands.post("teams/install", Json.object().put("installed", false));

    assertThat(error(send(thread, TeamsBot.message("x"))))
        .isEqualTo("403 BotNotInConversationRoster");
    assertThat(error(bot.call("GET", "v3/teams/" + TEAM, Json.object())))
        .isEqualTo("403 BotNotInConversationRoster");
  }

  @Test
  void aBotChangesAndDeletesItsOwnMessagesOnly() throws Exception {
    String thread = bot.thread("first");
    ObjectNode wish = Json.object().put("thread", root(thread)).put("text", "mine");
    String annas = Json.text(hands.post("teams/say", wish), "id");
    String path = "v3/conversations/" + thread + "/activities/";

    assertThat(bot.call("PUT", path + root(thread), TeamsBot.message("second")).statusCode())
        .isEqualTo(200);
    assertThat(messages(WEBSITE_CHAT, root(thread)).path(0).path("content").path("text").asString())
        .isEqualTo("second");
    assertThat(error(bot.call("PUT", path + annas, TeamsBot.message("x"))))
        .isEqualTo("403 MessageWritesBlocked");
    assertThat(bot.call("DELETE", path + root(thread), Json.object()).statusCode()).isEqualTo(200);
    assertThat(error(bot.call("PUT", path + root(thread), TeamsBot.message("x"))))
        .isEqualTo("404 ActivityNotFoundInConversation");
    assertThat(error(send(thread, TeamsBot.message("x")))).isEqualTo("404 ConversationNotFound");
  }

  @Test
  void wordsWithACardBecomeTwoMessagesOfWhichNoIdIsTold() throws Exception {
    ObjectNode both = TeamsBot.card("{\"type\":\"AdaptiveCard\"}").put("text", "words");

    HttpResponse<String> answer = send(WEBSITE_CHAT, both);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(id(answer)).isEmpty();
    assertThat(messages(WEBSITE_CHAT, "")).hasSize(2);
  }

  @Test
  void allThreadsOfAChannelShareSevenPostsASecond() throws Exception {
    hands.post("teams/limits", Json.object().put("enabled", true));
    HttpResponse<String> limited = send(WEBSITE_CHAT, TeamsBot.message("post"));
    for (int i = 1; i < 100 && limited.statusCode() != 429; i++) {
      limited = send(i % 2 == 0 ? WEBSITE_CHAT : firstThread(), TeamsBot.message("post " + i));
    }

    assertThat(error(limited)).isEqualTo("429 Throttled");
    assertThat(limited.headers().firstValue("Retry-After"))
        .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 30));
    JsonNode counters = hands.get("teams/counters");
    assertThat(counters.path("rate_limited").path("send").asInt()).isEqualTo(1);
    assertThat(send(GENERAL, TeamsBot.message("elsewhere")).statusCode()).isEqualTo(201);
    hands.post("teams/limits", Json.object().put("enabled", false));
    assertThat(send(WEBSITE_CHAT, TeamsBot.message("lifted")).statusCode()).isEqualTo(201);
  }

  private String firstThread() {
    JsonNode first = messages(WEBSITE_CHAT, "").path(0);
    return WEBSITE_CHAT + ";messageid=" + Json.text(first, "id");
  }

  @Test
  void aPostWhoseAnswerIsLostStandsInTheThreadAllTheSame() throws Exception {
    String thread = bot.thread("hello");
    hands.post("teams/faults", Json.object().put("kind", "commit_cut").put("operation", "send"));
    assertThatThrownBy(() -> send(thread, TeamsBot.message("cut"))).isInstanceOf(IOException.class);
    hands.post("teams/faults", Json.object().put("kind", "commit_status").put("operation", "send"));

    assertThat(error(send(thread, TeamsBot.message("lied about")))).isEqualTo("502 ServiceError");
    assertThat(messages(WEBSITE_CHAT, root(thread)))
        .extracting(each -> Json.text(each.path("content"), "text"))
        .containsExactly("hello", "cut", "lied about");
  }

  @Test
  void aPostThatIsRefusedBeforeItIsDoneStandsNowhere() throws Exception {
    ObjectNode fault = Json.object().put("kind", "status").put("operation", "send");
    hands.post("teams/faults", fault.put("status", 412).put("code", "PreconditionFailed"));

    assertThat(error(send(WEBSITE_CHAT, TeamsBot.message("x"))))
        .isEqualTo("412 PreconditionFailed");
    assertThat(messages(WEBSITE_CHAT, "")).isEmpty();
  }

  @Test
  void whileItIsStrictTwoCallsAtOnceOnOneConversationAreNotTaken() throws Exception {
    hands.post("teams/limits", Json.object().put("strict", true));
    hands.post("teams/faults", Json.object().put("kind", "slow").put("millis", 3_000));
    Thread slow =
        Thread.startVirtualThread(
            () -> {
              try {
                send(WEBSITE_CHAT, TeamsBot.message("slow"));
              } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
              }
            });
    String second = "";
    while (!second.startsWith("412")) {
      boolean planned = !hands.get("teams/settings").path("faults").isEmpty();
      second = planned ? "" : error(send(WEBSITE_CHAT, TeamsBot.message("at once")));
    }
    slow.join();

    assertThat(second).isEqualTo("412 PreconditionFailed");
    assertThat(messages(WEBSITE_CHAT, "")).hasSize(1);
  }

  @Test
  void theRosterComesInPagesAndLeavesOutsidersAway() throws Exception {
    String path = "v3/conversations/" + TEAM + "/pagedmembers?pageSize=3";

    JsonNode first = bot.get(path);
    JsonNode second = bot.get(path + "&continuationToken=" + Json.text(first, "continuationToken"));

    assertThat(first.path("members")).hasSize(3);
    assertThat(second.path("members"))
        .extracting(each -> Json.text(each, "userRole"))
        .containsExactly("guest");
    assertThat(second.has("continuationToken")).isFalse();
    assertThat(Json.text(bot.get("v3/conversations/" + TEAM + "/members/" + BEN), "name"))
        .isEqualTo("Ben Olsen");
    assertThat(bot.get("v3/teams/" + TEAM + "/conversations").path("conversations"))
        .extracting(each -> Json.text(each, "name"))
        .isEqualTo(List.of("", "website-chat"));
  }

  @Test
  void presenceIsToldToWhomItIsGranted() throws Exception {
    String anna = Json.text(hands.get("teams/state").path("people").path(0), "aadObjectId");
    hands.post("teams/presence", Json.object().put("user", ANNA).put("availability", "Away"));
    bot.login(APP_SECRET, "https://graph.microsoft.com/.default");
    ObjectNode question = Json.object();
    question.putArray("ids").add(anna);
    String path = "../graph/v1.0/communications/getPresencesByUserId";

    HttpResponse<String> granted = bot.call("POST", path, question);
    hands.post("teams/presence", Json.object().put("granted", false));
    HttpResponse<String> refused = bot.call("POST", path, question);

    JsonNode value = Json.parse(granted.body()).orElseThrow().path("value");
    assertThat(value.path(0).path("availability").asString()).isEqualTo("Away");
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @Test
  void aLoginLibraryFindsTheTokenEndpoint() throws Exception {
    String tenant = sandbox.address() + "/sandbox/teams/login/" + TENANT;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tenant + "/v2.0/.well-known/openid-configuration"))
            .header("X-Forwarded-Proto", "https")
            .build();
    JsonNode metadata = Json.parse(hands.raw(request).body()).orElseThrow();

    assertThat(Json.text(metadata, "token_endpoint"))
        .startsWith("https://")
        .endsWith(TENANT + "/oauth2/v2.0/token");
    assertThat(Json.text(metadata, "issuer")).startsWith("https://").endsWith(TENANT + "/");
  }
}
