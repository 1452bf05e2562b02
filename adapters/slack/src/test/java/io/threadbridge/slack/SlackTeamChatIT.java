package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTeamChatIT {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final DeskRef DESK = new DeskRef("slack:C0SALES");
  private static final ThreadRef THREAD = new ThreadRef("1700000000.000100");
  private static final PostRef POST = new PostRef("1700000050.000200");
  private static final Staff ANNA = new Staff("slack:U0ANNA", "Anna", Optional.empty());
  private static final String POSTED =
      """
      {"ok":true,"channel":"C0SALES","ts":"1700000050.000200",
       "message":{"ts":"1700000050.000200","thread_ts":"1700000000.000100"}}""";
  private static final String UNTHREADED =
      """
      {"ok":true,"channel":"C0SALES","ts":"1700000050.000200",
       "message":{"ts":"1700000050.000200"}}""";
  private static final String NO_SUCH_POST = "{\"ok\":true,\"messages\":[],\"has_more\":false}";

  private final PretendApi api = new PretendApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private SlackWorkspace workspace(boolean visitorAsAuthor) {
    return new SlackWorkspace(
        api.settings(visitorAsAuthor),
        InstantSource.fixed(NOW),
        TestWords::everywhere,
        PATIENCE,
        PATIENCE);
  }

  private TeamChat chat() {
    return workspace(false).chat();
  }

  private static ThreadPost words(String... lines) {
    return new ThreadPost("Andriy", List.of(lines), "(taken back)");
  }

  private static Card card(String name, String words) {
    return new Card(
        name,
        words,
        List.of("Finnish", "14:03 there"),
        "Waiting for an answer",
        Card.Tone.WAITING,
        NOW,
        "waiting since",
        List.of(
            new Card.Action(Card.Deed.CLAIM, "Claim", true),
            new Card.Action(Card.Deed.CLOSE, "Close", false)),
        name + ": waiting",
        Optional.of(new Card.Link("https://shop.example/x", "Shoes <b>")));
  }

  private Delivery post(String... lines) {
    return chat().post(DESK, THREAD, "c1:7.1", words(lines));
  }

  @Test
  void aPostStandsInItsThreadAndCarriesItsBatch() {
    api.answers("chat.postMessage", POSTED);
    assertThat(post("hello")).isEqualTo(new Delivery.Done(POST));
    Map<String, String> call = api.calls("chat.postMessage").getFirst();
    assertThat(call)
        .containsEntry("channel", "C0SALES")
        .containsEntry("thread_ts", THREAD.value())
        .containsEntry("text", "Andriy: hello")
        .containsEntry("parse", "none")
        .containsEntry("link_names", "0")
        .containsEntry("unfurl_links", "0")
        .containsEntry("unfurl_media", "0")
        .doesNotContainKey("username");
    assertThat(call.get("metadata"))
        .contains("\"threadbridge_post\"")
        .contains("\"id\":\"c1:7.1\"");
  }

  static Stream<ResponseDefinitionBuilder> answersThatTellNothing() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(503).withBody("{\"ok\":false}"),
        aResponse().withStatus(200),
        aResponse().withStatus(200).withBody("<html>Sign in</html>"),
        okJson("{\"ok\":tr"),
        okJson("{\"ok\":true}"),
        okJson("{\"ok\":false,\"error\":\"internal_error\"}"),
        okJson("{\"ok\":false,\"error\":\"fatal_error\"}"),
        okJson(POSTED).withFixedDelay(3_000),
        okJson(POSTED).withChunkedDribbleDelay(5, 3_500),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  @ParameterizedTest
  @MethodSource("answersThatTellNothing")
  void anAnswerThatTellsNothingIsUnknownAndNeverRepeated(ResponseDefinitionBuilder answer) {
    api.answers("chat.postMessage", answer);
    assertThat(post("hello")).isInstanceOf(Delivery.Unknown.class);
    assertThat(api.calls("chat.postMessage")).hasSize(1);
  }

  @Test
  void slackBeingAwayIsKnownNotToHaveDoneIt() {
    TeamChat chat = chat();
    api.close();
    assertThat(chat.post(DESK, THREAD, "c1:7.1", words("hello")))
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.mend()).contains("network"));
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 1", "soon, 5", "99999, 600", "99999999999999999999, 600"})
  void theRateIsKeptForAsLongAsSlackSays(String told, int seconds) {
    api.answers("chat.postMessage", aResponse().withStatus(429).withHeader("Retry-After", told));
    assertThat(post("hello"))
        .isEqualTo(new Delivery.Later(Duration.ofSeconds(seconds), "rate", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, slack:C",
    "not_in_channel, /invite",
    "is_archived, Unarchive",
    "invalid_auth, slack.bot-token",
    "token_revoked, slack.bot-token",
    "account_inactive, slack.bot-token",
    "restricted_action_thread_locked, Posting permissions",
  })
  void whatSomebodyMustMendIsTriedLaterAndSaysHow(String error, String mend) {
    api.answers("chat.postMessage", "{\"ok\":false,\"error\":\"" + error + "\"}");
    assertThat(post("hello"))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.why()).isEqualTo(error);
              assertThat(later.after()).isEqualTo(Duration.ofSeconds(30));
              assertThat(later.mend()).contains(mend);
            });
  }

  @Test
  void aMissingScopeIsNamed() {
    api.answers(
        "conversations.replies",
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"groups:history\"}");
    assertThat(chat().findPost(DESK, THREAD, "c1:7.1", NOW))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later ->
                assertThat(later.mend())
                    .isEqualTo(
                        "Add the scope groups:history under OAuth & Permissions and reinstall the"
                            + " app"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_too_long", "invalid_blocks", "never_heard_of"})
  void anyOtherNoIsARefusal(String error) {
    api.answers("chat.postMessage", "{\"ok\":false,\"error\":\"" + error + "\"}");
    assertThat(post("hello")).isEqualTo(new Delivery.Refused(error));
  }

  @Test
  void aReplyThatSlackPutOutsideItsThreadIsTakenAway() {
    api.answers("chat.postMessage", UNTHREADED);
    api.answers("chat.delete", "{\"ok\":true}");
    assertThat(post("hello")).isEqualTo(new Delivery.ThreadGone());
    assertThat(api.calls("chat.delete").getFirst()).containsEntry("ts", POST.value());
  }

  @Test
  void aStrayReplyThatCannotBeTakenAwayNowIsLookedForAgain() {
    api.answers("chat.postMessage", UNTHREADED);
    api.answersStatus("chat.delete", 500);
    assertThat(post("hello")).isInstanceOf(Delivery.Unknown.class);

    api.answers("conversations.replies", "{\"ok\":false,\"error\":\"thread_not_found\"}");
    api.answers("conversations.history", found(""));
    api.answers("chat.delete", "{\"ok\":true}");
    assertThat(chat().findPost(DESK, THREAD, "c1:7.1", NOW)).isEqualTo(new Delivery.ThreadGone());
    assertThat(api.calls("chat.delete")).hasSize(2);
  }

  @Test
  void aStrayReplyThatSlackNeverLetsUsDeleteIsNotTriedForEver() {
    api.answers("chat.postMessage", UNTHREADED);
    api.answers("chat.delete", "{\"ok\":false,\"error\":\"cant_delete_message\"}");
    assertThat(post("hello")).isEqualTo(new Delivery.ThreadGone());
  }

  private static String found(String thread) {
    return """
        {"ok":true,"has_more":false,"messages":[
          {"ts":"1700000049.000000","text":"other"},
          {"ts":"1700000050.000200","bot_id":"B0BRIDGE",%s
           "blocks":[{"type":"hologram","data":[1]}],
           "metadata":{"event_type":"threadbridge_post","event_payload":{"id":"c1:7.1"}}}]}"""
        .formatted(thread);
  }

  @Test
  void aPostIsFoundByItsBatch() {
    api.answers("conversations.replies", found("\"thread_ts\":\"1700000000.000100\","));
    assertThat(chat().findPost(DESK, THREAD, "c1:7.1", NOW)).isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("conversations.replies").getFirst())
        .containsEntry("ts", THREAD.value())
        .containsEntry("include_all_metadata", "true")
        .containsEntry("oldest", NOW.getEpochSecond() + ".000000");
  }

  @Test
  void aCardIsFoundByItsBatchOnALaterPage() {
    api.answers(
        "conversations.history",
        """
        {"ok":true,"messages":[{"ts":"1.0"}],"has_more":true,
         "response_metadata":{"next_cursor":"more"}}""");
    api.answersWhere("conversations.history", "cursor=more", found(""));
    assertThat(chat().findThread(DESK, "c1:7.1", NOW)).isEqualTo(new Delivery.Done(POST));
  }

  @Test
  void whatIsNotThereIsAbsentAndALookUpEnds() {
    api.answers("conversations.replies", NO_SUCH_POST);
    assertThat(chat().findPost(DESK, THREAD, "c1:7.1", NOW)).isEqualTo(new Delivery.Absent());
    api.answers(
        "conversations.history",
        "{\"ok\":true,\"messages\":[],\"response_metadata\":{\"next_cursor\":\"more\"}}");
    assertThat(chat().findThread(DESK, "c1:7.1", NOW)).isInstanceOf(Delivery.Unknown.class);
    assertThat(api.calls("conversations.history")).hasSize(SlackLookUp.PAGES_MAX);
  }

  @Test
  void anOwnPostThatCameBackAsAnEventNeedsNoLookUp() {
    SlackWorkspace workspace = workspace(false);
    Optional<String> thread = Optional.of(THREAD.value());
    workspace.ownPosts().saw("c1:7.1", new OwnPosts.Seen("C0SALES", thread, POST.value()));
    assertThat(workspace.chat().findPost(DESK, THREAD, "c1:7.1", NOW))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("conversations.replies")).isEmpty();
  }

  @Test
  void theCardIsRewrittenInPlaceAndALostCardIsALostThread() {
    api.answers("chat.update", "{\"ok\":true,\"ts\":\"1700000000.000100\"}");
    assertThat(chat().showCard(DESK, THREAD, card("Andriy", "hello")))
        .isEqualTo(new Delivery.Done(new PostRef(THREAD.value())));
    assertThat(api.calls("chat.update").getFirst())
        .containsEntry("parse", "none")
        .containsEntry("link_names", "0");
    api.answers("chat.update", "{\"ok\":false,\"error\":\"message_not_found\"}");
    assertThat(chat().showCard(DESK, THREAD, card("Andriy", "hello")))
        .isEqualTo(new Delivery.ThreadGone());
    assertThat(chat().rewrite(DESK, THREAD, POST, words("hello")))
        .isEqualTo(new Delivery.Refused("message_not_found"));
  }

  @Test
  void aCardNamesTheVisitorTheStateTheWordsTheFactsAndTheDeeds() {
    api.answers("chat.postMessage", POSTED);
    assertThat(chat().openThread(DESK, "c1:1.1", card("Andriy", "hello")))
        .isEqualTo(new Delivery.Done(POST));
    JsonArray blocks = blocks(api.calls("chat.postMessage").getFirst());
    assertThat(types(blocks)).containsExactly("header", "context", "section", "context", "actions");
    assertThat(blocks.get(0).toString()).contains("Andriy");
    assertThat(blocks.get(1).toString())
        .contains(
            "Waiting for an answer", "<!date^" + NOW.getEpochSecond() + "^", "\"verbatim\":true");
    assertThat(blocks.get(3).toString()).contains("Shoes", "https://shop.example/x");
    assertThat(blocks.get(4).toString())
        .contains("threadbridge.claim", "threadbridge.close", "\"style\":\"primary\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> look",
        "@everyone @here @channel",
        "*bold* _it_ ~no~ `code` ```block``` > quote",
        "<@U1> <#C1> <https://evil.example|bank>",
        "&lt;!here&gt; &amp;",
        ":tada: :lock:",
        "\u202Eevil\u202C עברית",
        "https://evil.example/x",
      })
  void aVisitorsWordsAreShownAsTheyAreAndDoNothing(String words) {
    api.answers("chat.postMessage", POSTED);
    ThreadPost post = new ThreadPost(words, List.of(words, "next"), "(taken back)");
    assertThat(chat().post(DESK, THREAD, "c1:7.1", post)).isInstanceOf(Delivery.Done.class);
    assertThat(chat().openThread(DESK, "c1:1.1", card(words, words)))
        .isInstanceOf(Delivery.Done.class);
    List<Map<String, String>> calls = api.calls("chat.postMessage");
    assertThat(sections(blocks(calls.get(0)))).containsExactly(words, "next");
    assertThat(sections(blocks(calls.get(1)))).containsExactly(words);
    for (Map<String, String> call : calls) {
      assertThat(call.get("text")).doesNotContain("<", ">", "@everyone", "@here", "@channel");
      assertNothingIsRead(blocks(call), words);
    }
  }

  /// Words of a visitor's stand only where Slack reads nothing into them.
  private static void assertNothingIsRead(JsonArray blocks, String words) {
    for (JsonObject text : texts(blocks)) {
      if (SlackJson.text(text, "type").equals("mrkdwn")) {
        assertThat(SlackJson.text(text, "text")).doesNotContain(words);
      } else {
        assertThat(SlackJson.text(text, "type")).isEqualTo("plain_text");
        assertThat(SlackJson.flag(text, "emoji")).isFalse();
      }
    }
  }

  @Test
  void fourThousandEmojiAreSplitAndNothingIsLost() {
    api.answers("chat.postMessage", POSTED);
    String words = "😀".repeat(4_000);
    assertThat(post(words)).isInstanceOf(Delivery.Done.class);
    Map<String, String> call = api.calls("chat.postMessage").getFirst();
    assertThat(String.join("", sections(blocks(call)))).isEqualTo(words);
    assertThat(sections(blocks(call))).allMatch(section -> section.length() <= 3_000);
    assertThat(call.get("text")).hasSizeLessThan(4_000);
  }

  @Test
  void twoHundredMessagesStandApartInOnePost() {
    api.answers("chat.postMessage", POSTED);
    String[] lines =
        Stream.iterate(1, n -> n + 1).limit(200).map(n -> "m" + n).toArray(String[]::new);
    assertThat(post(lines)).isInstanceOf(Delivery.Done.class);
    JsonArray blocks = blocks(api.calls("chat.postMessage").getFirst());
    assertThat(blocks).hasSize(2);
    JsonArray messages = blocks.get(1).getAsJsonObject().getAsJsonArray("elements");
    assertThat(messages).hasSize(200);
    assertThat(messages.get(199).toString()).contains("\"m200\"");
  }

  @Test
  void aMessageThatWasTakenBackLeavesItsPlace() {
    api.answers("chat.postMessage", POSTED);
    assertThat(post("one", "", "three")).isInstanceOf(Delivery.Done.class);
    JsonArray blocks = blocks(api.calls("chat.postMessage").getFirst());
    assertThat(sections(blocks)).containsExactly("one", "three");
    assertThat(blocks.get(2).toString()).contains("(taken back)");
  }

  @Test
  void theVisitorIsTheAuthorOnlyWhereTheScopeIsThere() {
    TeamChat chat = workspace(true).chat();
    api.answers("chat.postMessage", POSTED);
    assertThat(chat.post(DESK, THREAD, "c1:7.1", words("hello"))).isInstanceOf(Delivery.Done.class);
    assertThat(api.calls("chat.postMessage").getFirst()).containsEntry("username", "🌐 Andriy");

    api.answersWhere(
        "chat.postMessage",
        "username=",
        "{\"ok\":false,\"error\":\"missing_scope\"," + "\"needed\":\"chat:write.customize\"}");
    assertThat(chat.post(DESK, THREAD, "c1:7.2", words("again"))).isInstanceOf(Delivery.Done.class);
    assertThat(chat.post(DESK, THREAD, "c1:7.3", words("more"))).isInstanceOf(Delivery.Done.class);
    List<Map<String, String>> calls = api.calls("chat.postMessage");
    assertThat(calls).hasSize(4);
    assertThat(types(blocks(calls.get(0)))).containsExactly("section");
    for (Map<String, String> plain : calls.subList(2, 4)) {
      assertThat(plain).doesNotContainKey("username");
      assertThat(types(blocks(plain))).containsExactly("context", "section");
    }
  }

  @Test
  void hintsDirectMessagesAndLocksReachWhoTheyAreFor() {
    api.answers("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1700000060.000000\"}");
    api.answers("chat.postMessage", POSTED);
    api.answers("chat.getPermalink", "{\"ok\":true,\"permalink\":\"https://firm.slack.com/p1\"}");
    api.answers("reactions.add", "{\"ok\":false,\"error\":\"already_reacted\"}");
    assertThat(chat().hint(DESK, THREAD, ANNA, "too long")).isInstanceOf(Delivery.Done.class);
    assertThat(api.calls("chat.postEphemeral").getFirst())
        .containsEntry("user", "U0ANNA")
        .containsEntry("thread_ts", THREAD.value());
    assertThat(chat().tell(DESK, THREAD, ANNA, "somebody waits")).isInstanceOf(Delivery.Done.class);
    Map<String, String> told = api.calls("chat.postMessage").getFirst();
    assertThat(told).containsEntry("channel", "U0ANNA").doesNotContainKey("thread_ts");
    assertThat(told.get("blocks")).contains("https://firm.slack.com/p1");
    assertThat(chat().confirmNote(DESK, THREAD, POST, ANNA, "A note."))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(api.calls("reactions.add").getFirst()).containsEntry("name", "lock");
  }

  private static JsonArray blocks(Map<String, String> call) {
    return JsonParser.parseString(call.getOrDefault("blocks", "[]")).getAsJsonArray();
  }

  private static List<String> types(JsonArray blocks) {
    return blocks.asList().stream().map(b -> SlackJson.text(b.getAsJsonObject(), "type")).toList();
  }

  private static List<String> sections(JsonArray blocks) {
    return blocks.asList().stream()
        .map(block -> block.getAsJsonObject())
        .filter(block -> SlackJson.text(block, "type").equals("section"))
        .map(block -> SlackJson.text(SlackJson.object(block, "text"), "text"))
        .toList();
  }

  private static List<JsonObject> texts(JsonArray blocks) {
    List<JsonObject> texts = new ArrayList<>();
    for (var element : blocks) {
      JsonObject block = element.getAsJsonObject();
      if (SlackJson.has(block, "text")) {
        texts.add(SlackJson.object(block, "text"));
      }
      for (JsonObject inner : SlackJson.objects(block, "elements")) {
        texts.add(SlackJson.has(inner, "text") ? SlackJson.object(inner, "text") : inner);
      }
    }
    return texts;
  }
}
