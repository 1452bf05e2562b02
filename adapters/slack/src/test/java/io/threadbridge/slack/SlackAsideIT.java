package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.Card.Action;
import io.threadbridge.bridge.port.Card.Ask;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.slack.ButtonValue.Place;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said beside the visitor's words: notices, calls, direct messages and offers.
class SlackAsideIT {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final DeskRef DESK = new DeskRef("slack:C0SALES");
  private static final DeskRef OVERFLOW = new DeskRef("slack:C0MANAGERS");
  private static final ThreadRef THREAD = new ThreadRef("1700000000.000100");
  private static final PostRef POST = new PostRef("1700000050.000200");
  private static final Staff BEN = new Staff("slack:U0BEN", "Ben", Optional.empty());
  private static final Action TAKE = new Action(Deed.TAKE, "Take it", true);
  private static final Action PROMISE =
      new Action(Deed.BACK_IN, "Promise it", true, new Ask.Value("2026-11-22T10:10:00Z"));
  private static final String LINK = "https://firm.slack.com/archives/C0SALES/p17";
  private static final String IN_THREAD =
      """
      {"ok":true,"channel":"C0SALES","ts":"1700000050.000200",
       "message":{"ts":"1700000050.000200","thread_ts":"1700000000.000100"}}\
      """;
  private static final String AT_ROOT =
      """
      {"ok":true,"channel":"C0SALES","ts":"1700000050.000200",
       "message":{"ts":"1700000050.000200"}}\
      """;

  private final PretendApi api = new PretendApi();
  private final SlackWorkspace workspace =
      new SlackWorkspace(
          api.settings(true), InstantSource.fixed(NOW), TestWords::everywhere, PATIENCE, PATIENCE);
  private final TeamChat chat = workspace.chat();

  @BeforeEach
  void links() {
    api.answers("chat.getPermalink", "{\"ok\":true,\"permalink\":\"" + LINK + "\"}");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Map<String, String> posted() {
    return api.calls("chat.postMessage").getFirst();
  }

  @Test
  void aNoticeStandsInTheThreadAsOurWordsAndCarriesItsBatch() {
    api.answers("chat.postMessage", IN_THREAD);
    assertThat(chat.notice(DESK, THREAD, "c1:9.1", "<!here> Ben has been told"))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(posted())
        .containsEntry("thread_ts", THREAD.value())
        .containsEntry("text", "&lt;!here&gt; Ben has been told")
        .doesNotContainKey("username");
    assertThat(posted().get("blocks")).contains("plain_text").doesNotContain("mrkdwn");
    assertThat(posted().get("metadata")).contains("\"id\":\"c1:9.1\"").doesNotContain("about");
  }

  @Test
  void aNoticeThatSlackPutOutsideItsThreadIsTakenAway() {
    api.answers("chat.postMessage", AT_ROOT);
    api.answers("chat.delete", "{\"ok\":true}");
    assertThat(chat.notice(DESK, THREAD, "c1:9.1", "Ben")).isEqualTo(new Delivery.ThreadGone());
    assertThat(api.calls("chat.delete")).hasSize(1);
  }

  @Test
  void aHintMayLinkAThreadOfAnotherPlatform() {
    api.answers("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1700000050.000200\"}");
    Card.Link there = new Card.Link("https://teams.example/l/message/1", "Go on there");
    chat.hint(DESK, THREAD, BEN, "It has moved", there);
    assertThat(api.calls("chat.postEphemeral").getFirst().get("blocks"))
        .contains("It has moved", "https://teams.example/l/message/1|Go on there");
  }

  @Test
  void whatIsNoAddressIsNoLink() {
    api.answers("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1700000050.000200\"}");
    Card.Link broken = new Card.Link("https://teams.example/> <!here>", "Go on there");
    chat.hint(DESK, THREAD, BEN, "It has moved", broken);
    assertThat(api.calls("chat.postEphemeral").getFirst().get("blocks"))
        .doesNotContain("here", "Go on there");
  }

  @Test
  void aThreadTellsItsAddressUnlessSlackDoesNot() {
    assertThat(chat.link(DESK, THREAD)).contains(URI.create(LINK));
    api.answers("chat.getPermalink", "{\"ok\":false,\"error\":\"message_not_found\"}");
    assertThat(chat.link(DESK, THREAD)).isEmpty();
  }

  @Test
  void aCallIsAPostOfItsOwnThatLinksTheCardAndIsKnownAsOne() {
    api.answers("chat.postMessage", AT_ROOT);
    assertThat(chat.call(OVERFLOW, DESK, THREAD, "c1:call.1", "Andriy waits"))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(posted()).containsEntry("channel", "C0MANAGERS").doesNotContainKey("thread_ts");
    assertThat(posted().get("blocks")).contains(LINK + "|Open the conversation");
    assertThat(posted().get("metadata"))
        .contains("\"id\":\"c1:call.1\"", "\"about\":\"C0SALES|1700000000.000100\"");
    assertThat(workspace.ownPosts().calledTo("C0MANAGERS", POST.value()))
        .contains(new Place("C0SALES", THREAD.value()));
  }

  @Test
  void anAnnouncementIsAboutNoThreadAndIsNone() {
    api.answers("chat.postMessage", AT_ROOT);
    assertThat(chat.announce(DESK, "s1:7.1", "The chat is closed"))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(posted()).doesNotContainKey("thread_ts");
    assertThat(posted().get("metadata")).contains("\"id\":\"s1:7.1\"", "\"about\":\"desk\"");
    assertThat(workspace.ownPosts().isAside("C0SALES", POST.value())).isTrue();
    assertThat(workspace.ownPosts().calledTo("C0SALES", POST.value())).isEmpty();
  }

  @Test
  void aCallWhoseAnswerWasLostIsFoundAmongTheRoots() {
    api.answers("chat.postMessage", okJson(AT_ROOT).withFixedDelay(3_000));
    assertThat(chat.call(DESK, DESK, THREAD, "c1:call.1", "Andriy waits"))
        .isInstanceOf(Delivery.Unknown.class);
    api.answers(
        "conversations.history",
        """
        {"ok":true,"messages":[{"ts":"1700000050.000200","metadata":{
         "event_type":"threadbridge_post",
         "event_payload":{"id":"c1:call.1","about":"C0SALES|1700000000.000100"}}}]}\
        """);
    assertThat(chat.findThread(DESK, "c1:call.1", NOW)).isEqualTo(new Delivery.Done(POST));
  }

  @Test
  void withoutAnAddressACallIsMadeAllTheSame() {
    api.answersStatus("chat.getPermalink", 500);
    api.answers("chat.postMessage", AT_ROOT);
    assertThat(chat.call(DESK, DESK, THREAD, "c1:call.1", "Andriy waits"))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(posted()).containsEntry("text", "Andriy waits");
  }

  @Test
  void aCallIsTakenBackOnceAndTwice() {
    api.answers("chat.delete", "{\"ok\":true}");
    assertThat(chat.retract(DESK, POST)).isEqualTo(new Delivery.Done(POST));
    api.answers("chat.delete", "{\"ok\":false,\"error\":\"message_not_found\"}");
    assertThat(chat.retract(DESK, POST)).isEqualTo(new Delivery.Done(POST));
    api.answers("chat.delete", "{\"ok\":false,\"error\":\"cant_delete_message\"}");
    assertThat(chat.retract(DESK, POST)).isEqualTo(new Delivery.Refused("cant_delete_message"));
    assertThat(api.calls("chat.delete"))
        .hasSize(3)
        .allSatisfy(call -> assertThat(call).containsEntry("ts", POST.value()));
  }

  @Test
  void aPersonIsCalledWithTheWordsTheLinkAndAButtonThatNamesTheThread() {
    api.answers("chat.postMessage", AT_ROOT);
    assertThat(chat.callPerson(DESK, THREAD, BEN, "Andriy waits", TAKE))
        .isEqualTo(new Delivery.Done(POST));
    assertThat(posted()).containsEntry("channel", "U0BEN");
    assertThat(posted().get("blocks"))
        .contains(
            "Andriy waits", LINK, "threadbridge.take", "\"|C0SALES|1700000000.000100\"", "Take it");
  }

  @ParameterizedTest
  @CsvSource({"user_not_found", "cannot_dm_bot", "user_disabled"})
  void whoCannotBeReachedIsARefusal(String error) {
    api.answers("chat.postMessage", "{\"ok\":false,\"error\":\"" + error + "\"}");
    assertThat(chat.callPerson(DESK, THREAD, BEN, "Andriy waits", TAKE))
        .isEqualTo(new Delivery.Refused(error));
  }

  @Test
  void aPersonWhoIsNotThereIsNoChannelToMend() {
    api.answers("chat.postMessage", "{\"ok\":false,\"error\":\"channel_not_found\"}");
    assertThat(chat.callPerson(DESK, THREAD, BEN, "Andriy waits", TAKE))
        .isEqualTo(new Delivery.Refused("user_not_found"));
  }

  @Test
  void directMessagesThatAreSwitchedOffSayHowToSwitchThemOn() {
    api.answers("chat.postMessage", "{\"ok\":false,\"error\":\"messages_tab_disabled\"}");
    assertThat(chat.tell(DESK, THREAD, BEN, "Andriy waits"))
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.mend()).contains("Messages Tab"));
  }

  @Test
  void anOfferIsForOnePersonAndCarriesItsMomentAndItsThread() {
    api.answers("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1700000050.000200\"}");
    assertThat(chat.offer(DESK, THREAD, BEN, "Back by 10:10?", PROMISE))
        .isEqualTo(new Delivery.Done(POST));
    Map<String, String> call = api.calls("chat.postEphemeral").getFirst();
    assertThat(call)
        .containsEntry("user", "U0BEN")
        .containsEntry("thread_ts", THREAD.value())
        .containsEntry("text", "Back by 10:10?");
    assertThat(call.get("blocks"))
        .contains("\"2026-11-22T10:10:00Z|C0SALES|1700000000.000100\"", "threadbridge.back-in");
  }

  static Stream<Function<TeamChat, Delivery>> everyCall() {
    return Stream.of(
        chat -> chat.notice(DESK, THREAD, "b", "text"),
        chat -> chat.call(DESK, DESK, THREAD, "b", "text"),
        chat -> chat.announce(DESK, "b", "text"),
        chat -> chat.callPerson(DESK, THREAD, BEN, "text", TAKE),
        chat -> chat.tell(DESK, THREAD, BEN, "text"),
        chat -> chat.offer(DESK, THREAD, BEN, "text", PROMISE),
        chat -> chat.retract(DESK, POST));
  }

  private void allAnswer(ResponseDefinitionBuilder answer) {
    Stream.of("chat.postMessage", "chat.postEphemeral", "chat.delete")
        .forEach(method -> api.answers(method, answer));
  }

  private int writes() {
    return Stream.of("chat.postMessage", "chat.postEphemeral", "chat.delete")
        .mapToInt(method -> api.calls(method).size())
        .sum();
  }

  @ParameterizedTest
  @MethodSource("everyCall")
  void theRateIsKept(Function<TeamChat, Delivery> call) {
    allAnswer(aResponse().withStatus(429).withHeader("Retry-After", "7"));
    assertThat(call.apply(chat)).isEqualTo(new Delivery.Later(Duration.ofSeconds(7), "rate", ""));
  }

  @ParameterizedTest
  @MethodSource("everyCall")
  void aTimeOutAfterItWasDoneIsUnknownAndNeverRepeated(Function<TeamChat, Delivery> call) {
    allAnswer(okJson(IN_THREAD).withFixedDelay(3_000));
    assertThat(call.apply(chat)).isInstanceOf(Delivery.Unknown.class);
    assertThat(writes()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("everyCall")
  void aBrokenConnectionIsUnknownAndNeverRepeated(Function<TeamChat, Delivery> call) {
    allAnswer(aResponse().withFault(Fault.EMPTY_RESPONSE));
    assertThat(call.apply(chat)).isInstanceOf(Delivery.Unknown.class);
    assertThat(writes()).isEqualTo(1);
  }
}
