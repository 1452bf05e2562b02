package io.threadbridge.sandbox;

import static io.threadbridge.sandbox.teams.TeamsSandboxIds.ANNA;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.APP_ID;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.APP_SECRET;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.BEN;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.BOT;
import static io.threadbridge.sandbox.teams.TeamsSandboxIds.WEBSITE_CHAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.sandbox.wire.Json;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people do in Teams, as a bot hears it: signed, in its thread, repeated when unanswered.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsActivitiesIT {
  private static final String CARD =
      """
      {"type":"AdaptiveCard","version":"1.5","body":[
        {"type":"TextBlock","text":"A visitor"},
        {"type":"Input.Text","id":"reply","isRequired":true}],
       "actions":[
        {"type":"Action.Execute","title":"Claim","verb":"claim","data":{"conversation":"c1"},
         "associatedInputs":"none",
         "fallback":{"type":"Action.Submit","title":"Claim","data":{"conversation":"c1","old":true},
           "associatedInputs":"none"}},
        {"type":"Action.Execute","title":"Send","verb":"reply","data":{"conversation":"c1"}},
        {"type":"Action.Submit","title":"Promise","associatedInputs":"none",
         "data":{"msteams":{"type":"task/fetch"},"conversation":"c1"}}]}
      """;

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
    hands.post("teams/bot", Json.object().put("url", bot.endpoint()));
    bot.login(APP_SECRET);
    bot.forget();
  }

  private static String root(String thread) {
    return thread.substring(thread.indexOf('=') + 1);
  }

  private static ObjectNode in(String thread) {
    return Json.object().put("as", ANNA).put("thread", root(thread));
  }

  private String card() throws Exception {
    ObjectNode wish = TeamsBot.threadWish();
    wish.set("activity", TeamsBot.card(CARD));
    String answer = bot.call("POST", "v3/conversations", wish).body();
    return Json.text(Json.parse(answer).orElseThrow(), "activityId");
  }

  private static ObjectNode press(String id, String verb) {
    return Json.object().put("as", BEN).put("id", id).put("verb", verb);
  }

  @Test
  void aReplyComesInItsThreadWithItsHtmlAndItsMentions() throws Exception {
    String thread = bot.thread("a visitor");

    hands.post("teams/say", in(thread).put("text", "@bot a < b\n@Ben Olsen look 😀"));
    JsonNode activity = bot.await("message").activity();

    assertThat(Json.text(activity.path("conversation"), "id")).isEqualTo(thread);
    assertThat(Json.text(activity, "text"))
        .isEqualTo("<at>Website Chat</at> a < b\n<at>Ben Olsen</at> look 😀");
    assertThat(activity.path("attachments").path(0).path("content").asString())
        .contains("a &lt; b<br>", "itemtype=\"http://schema.skype.com/Mention\" itemid=\"1\"")
        .contains("alt=\"😀\"");
    assertThat(activity.path("entities").path(0).path("mentioned").path("id").asString())
        .isEqualTo(BOT);
    assertThat(Json.text(activity.path("channelData").path("channel"), "id"))
        .isEqualTo(WEBSITE_CHAT);
    assertThat(Json.text(activity.path("from"), "aadObjectId")).isNotEmpty();
  }

  @Test
  void everyActivityIsSignedWithAKeyThatIsPublished() throws Exception {
    hands.post("teams/tokens", Json.object().put("rotate", true));
    hands.post("teams/say", Json.object().put("text", "hello"));
    TeamsBot.Heard heard = bot.await("message");
    String[] parts = heard.authorization().substring("Bearer ".length()).split("\\.");
    JsonNode header = decoded(parts[0]);
    JsonNode claims = decoded(parts[1]);

    assertThat(verified(parts, key(Json.text(header, "kid")))).isTrue();
    assertThat(Json.text(claims, "iss")).isEqualTo("https://api.botframework.com");
    assertThat(Json.text(claims, "aud")).isEqualTo(APP_ID);
    assertThat(Json.text(claims, "serviceurl")).isEqualTo(heard.text("serviceUrl"));
    assertThat(claims.path("exp").asLong()).isGreaterThan(claims.path("nbf").asLong());
  }

  private static JsonNode decoded(String part) {
    return Json.parse(new String(Base64.getUrlDecoder().decode(part), UTF_8)).orElseThrow();
  }

  private JsonNode key(String id) {
    String path = "/sandbox/teams/openid/.well-known/openidconfiguration";
    JsonNode metadata = fetched(sandbox.address() + path);
    JsonNode keys = fetched(Json.text(metadata, "jwks_uri")).path("keys");
    return keys.valueStream()
        .filter(each -> Json.text(each, "kid").equals(id))
        .filter(each -> each.path("endorsements").path(0).asString().equals("msteams"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode fetched(String address) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return Json.parse(hands.raw(request).body()).orElseThrow();
  }

  private static boolean verified(String[] parts, JsonNode key) throws Exception {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    BigInteger modulus = new BigInteger(1, decoder.decode(Json.text(key, "n")));
    BigInteger exponent = new BigInteger(1, decoder.decode(Json.text(key, "e")));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    return signature.verify(decoder.decode(parts[2]));
  }

  @Test
  void editsDeletesAndRestoresComeUnderTheIdOfTheMessage() throws Exception {
    String thread = bot.thread("a visitor");
    String id = Json.text(hands.post("teams/say", in(thread).put("text", "first")), "id");

    hands.post("teams/edit", in(thread).put("id", id).put("text", "second"));
    hands.post("teams/delete", in(thread).put("id", id));
    hands.post("teams/delete", in(thread).put("id", id).put("restore", true));

    JsonNode edited = bot.await("messageUpdate").activity();
    JsonNode deleted = bot.await("messageDelete").activity();
    JsonNode restored = bot.await("messageUpdate").activity();
    assertThat(Json.text(edited, "id")).isEqualTo(id);
    assertThat(Json.text(edited, "text")).isEqualTo("second");
    assertThat(edited.path("channelData").path("eventType").asString()).isEqualTo("editMessage");
    assertThat(Json.text(deleted, "id")).isEqualTo(id);
    assertThat(deleted.has("text")).isFalse();
    assertThat(restored.path("channelData").path("eventType").asString())
        .isEqualTo("undeleteMessage");
  }

  @Test
  void withoutReadingOnlyWhatMentionsTheBotReachesIt() throws Exception {
    String thread = bot.thread("a visitor");
    hands.post("teams/rsc", Json.object().put("enabled", false));

    hands.post("teams/say", in(thread).put("text", "among us"));
    hands.post("teams/say", in(thread).put("text", "@bot for the visitor"));

    assertThat(bot.await("message").text("text")).endsWith("for the visitor");
    assertThat(hands.get("teams/counters").path("activities").path("sent").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsNotAnsweredInTimeComesAgainUnchanged() throws Exception {
    hands.post("teams/bot", Json.object().put("answer_millis", 200));
    CompletableFuture<Void> end = new CompletableFuture<>();
    bot.keepSilent(end);
    hands.post("teams/say", Json.object().put("text", "anybody?"));

    JsonNode first = bot.await("message").activity();
    JsonNode again = bot.await("message").activity();
    bot.keepSilent(null);
    end.complete(null);

    assertThat(again).isEqualTo(first);
    JsonNode counted = hands.get("teams/counters").path("activities");
    assertThat(counted.path("redelivered").asInt()).isEqualTo(1);
  }

  @Test
  void aCardThatIsTheAnswerToAPressStandsInThePlaceOfTheOld() throws Exception {
    String id = card();
    bot.answerInvokes(
        200,
        """
        {"statusCode":200,"type":"application/vnd.microsoft.card.adaptive",
         "value":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Ben has it"}]}}
        """);

    JsonNode shown = hands.post("teams/press", press(id, "claim"));
    JsonNode invoke = bot.await("invoke").activity();

    assertThat(Json.text(shown, "shown")).isEqualTo("card");
    assertThat(Json.text(invoke, "name")).isEqualTo("adaptiveCard/action");
    assertThat(Json.text(invoke, "replyToId")).isEqualTo(id);
    assertThat(invoke.path("value").path("action").path("data").path("conversation").asString())
        .isEqualTo("c1");
    JsonNode post = hands.get("teams/messages?conversation=" + WEBSITE_CHAT).path("messages");
    assertThat(post.toString()).contains("Ben has it").doesNotContain("A visitor");
  }

  @Test
  void wordsThatAreTheAnswerToAPressAreForWhoPressedAlone() throws Exception {
    String id = card();
    bot.answerInvokes(
        200,
        """
        {"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Anna has it."}
        """);
    hands.post("teams/press", press(id, "claim"));
    String query = "teams/messages?conversation=" + WEBSITE_CHAT + "&as=";

    assertThat(hands.get(query + BEN).toString()).contains("Anna has it.");
    assertThat(hands.get(query + ANNA).toString()).doesNotContain("Anna has it.");
  }

  @Test
  void aBotThatFailsAtAPressIsToldToThePresser() throws Exception {
    String id = card();
    bot.answerInvokes(500, "");

    JsonNode shown = hands.post("teams/press", press(id, "claim"));

    assertThat(Json.text(shown, "shown")).isEqualTo("error");
    assertThat(Json.text(shown, "text")).startsWith("Unable to reach app");
  }

  @Test
  void whatWasTypedIntoTheCardGoesWithThePress() throws Exception {
    String id = card();
    ObjectNode wish = press(id, "reply");
    assertThat(Json.text(hands.post("teams/press", wish), "error"))
        .isEqualTo("input_missing:reply");

    wish.putObject("inputs").put("reply", "On its way");
    hands.post("teams/press", wish);

    JsonNode data = bot.await("invoke").activity().path("value").path("action").path("data");
    assertThat(Json.text(data, "reply")).isEqualTo("On its way");
    assertThat(Json.text(data, "conversation")).isEqualTo("c1");
  }

  @Test
  void anOldClientSendsTheFallbackAsAMessageWithoutWords() throws Exception {
    String id = card();

    hands.post("teams/press", press(id, "claim").put("old_client", true));
    JsonNode activity = bot.await("message").activity();

    assertThat(activity.path("value").path("old").asBoolean()).isTrue();
    assertThat(Json.text(activity, "replyToId")).isEqualTo(id);
    assertThat(activity.has("text")).isFalse();
  }

  @Test
  void aDialogOpensIsSentAndCloses() throws Exception {
    String id = card();
    bot.answerInvokes(
        200,
        """
        {"task":{"type":"continue","value":{"title":"Back in","card":{
          "contentType":"application/vnd.microsoft.card.adaptive",
          "content":{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"minutes"}],
            "actions":[{"type":"Action.Submit","title":"Promise","data":{"what":"promise"}}]}}}}}
        """);
    ObjectNode wish = Json.object().put("as", BEN).put("id", id).put("title", "Promise");
    hands.post("teams/press", wish);
    assertThat(Json.text(bot.await("invoke").activity(), "name")).isEqualTo("task/fetch");
    assertThat(hands.get("teams/state?as=" + BEN).path("dialog").path("title").asString())
        .isEqualTo("Back in");

    bot.answerInvokes(200, "{\"task\":{\"type\":\"message\",\"value\":\"Promised.\"}}");
    ObjectNode filled = Json.object().put("as", BEN);
    filled.putObject("inputs").put("minutes", "5");
    JsonNode shown = hands.post("teams/submit", filled);

    JsonNode invoke = bot.await("invoke").activity();
    assertThat(Json.text(invoke, "name")).isEqualTo("task/submit");
    assertThat(Json.text(invoke.path("value").path("data"), "minutes")).isEqualTo("5");
    assertThat(Json.text(shown, "text")).isEqualTo("Promised.");
    assertThat(hands.get("teams/state?as=" + BEN).path("dialog").isNull()).isTrue();
  }

  @Test
  void aPictureIsFetchedWithTheTokenOnly() throws Exception {
    ObjectNode wish = Json.object().put("text", "look");
    String base64 = Base64.getEncoder().encodeToString("the bytes".getBytes(UTF_8));
    wish.putArray("images").addObject().put("name", "a.png").put("base64", base64);
    hands.post("teams/say", wish);
    JsonNode attachments = bot.await("message").activity().path("attachments");
    String url = Json.text(attachments.path(0), "contentUrl");
    String path = url.substring(url.indexOf("v3/"));

    assertThat(Json.text(attachments.path(0), "contentType")).isEqualTo("image/*");
    assertThat(Json.text(attachments.path(1), "content")).contains("AMSImage");
    assertThat(bot.call("GET", path, Json.object()).body()).isEqualTo("the bytes");
    assertThat(hands.raw(HttpRequest.newBuilder(URI.create(url)).build()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whatIsAttachedStaysWhenTheWordsChange() throws Exception {
    ObjectNode wish = Json.object().put("text", "look");
    String base64 = Base64.getEncoder().encodeToString("the bytes".getBytes(UTF_8));
    wish.putArray("images").addObject().put("name", "a.png").put("base64", base64);
    wish.putArray("files").addObject().put("name", "b.png").put("base64", base64);
    String id = Json.text(hands.post("teams/say", wish), "id");
    JsonNode before = bot.await("message").activity().path("attachments");

    hands.post("teams/edit", Json.object().put("id", id).put("text", "look here"));
    JsonNode after = bot.await("messageUpdate").activity().path("attachments");

    assertThat(after.path(0)).isEqualTo(before.path(0));
    assertThat(after.path(1)).isEqualTo(before.path(1));
    assertThat(Json.text(after.path(1), "contentType")).isEqualTo("reference");
    assertThat(Json.text(after.path(1), "contentUrl")).contains("sharepoint");
    assertThat(Json.text(after.path(2), "content"))
        .startsWith("<p>look here</p>")
        .contains("AMSImage", "<attachment id=");
  }

  @Test
  void reactionsComeForTheBotsOwnMessagesOnly() throws Exception {
    String thread = bot.thread("a visitor");
    String annas = Json.text(hands.post("teams/say", in(thread).put("text", "mine")), "id");

    hands.post("teams/react", in(thread).put("id", annas).put("reaction", "like"));
    hands.post("teams/react", in(thread).put("id", root(thread)).put("reaction", "heart"));
    JsonNode reaction = bot.await("messageReaction").activity();

    assertThat(Json.text(reaction, "replyToId")).isEqualTo(root(thread));
    assertThat(reaction.path("reactionsAdded").path(0).path("type").asString()).isEqualTo("heart");
  }

  @Test
  void whatHappensToTheTeamIsTold() throws Exception {
    hands.post("teams/install", Json.object().put("installed", true));
    assertThat(bot.await("installationUpdate").text("action")).isEqualTo("add");
    ObjectNode wish = Json.object().put("event", "channelRenamed").put("channel", WEBSITE_CHAT);
    hands.post("teams/event", wish.put("name", "shop-chat"));

    JsonNode data = bot.await("conversationUpdate").activity().path("channelData");

    assertThat(Json.text(data, "eventType")).isEqualTo("channelRenamed");
    assertThat(Json.text(data.path("channel"), "name")).isEqualTo("shop-chat");
  }

  @Test
  void everyFourthTimeStandsWithoutAFraction() throws Exception {
    for (int i = 0; i < 4; i++) {
      hands.post("teams/say", Json.object().put("text", "message " + i));
    }

    assertThat(bot.await(each -> each.text("timestamp").matches("[^.]+Z")).text("timestamp"))
        .hasSize("2026-01-01T00:00:00Z".length());
  }
}
