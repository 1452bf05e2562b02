package io.threadbridge.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.threadbridge.teams.PretendConnector.card;
import static io.threadbridge.teams.PretendConnector.created;
import static io.threadbridge.teams.PretendConnector.refusal;
import static io.threadbridge.teams.TeamsSamples.DESK;
import static io.threadbridge.teams.TeamsSamples.POST;
import static io.threadbridge.teams.TeamsSamples.THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written to Teams, and what is made of each of its answers.
class TeamsTeamChatIT {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
  private static final String IN_THREAD =
      "conversations/" + TeamsSamples.CHANNEL + ";messageid=" + THREAD.value() + "/activities";
  private static final String AT_ROOT = "conversations/" + TeamsSamples.CHANNEL + "/activities";
  private static final String ROOT = IN_THREAD + "/" + THREAD.value();
  private static final String POSTED = "{\"id\":\"" + POST.value() + "\"}";

  private final PretendConnector connector = new PretendConnector();
  private final TeamsWorkspace workspace =
      connector.workspace(InstantSource.fixed(TeamsSamples.NOW), true, SHORT);
  private final TeamChat chat = workspace.chat();

  @AfterEach
  void stop() {
    connector.close();
  }

  private Delivery post(String... lines) {
    return chat.post(DESK, THREAD, "c1:7.1", TeamsSamples.words(lines));
  }

  @Test
  void aThreadIsOpenedWithTheCardAlone() {
    connector.answers(
        "POST",
        "conversations",
        created(
            "{\"id\":\"x;messageid=" + THREAD.value() + "\",\"activityId\":\"1776390257332\"}"));
    assertThat(chat.openThread(DESK, "c1:1.1", TeamsSamples.card("Andriy", "hello")))
        .isEqualTo(new Delivery.Done(new PostRef(THREAD.value())));
    JsonNode sent = connector.body();
    assertThat(sent.path("isGroup").asBoolean()).isTrue();
    assertThat(sent.path("tenantId").asText("")).isEqualTo(PretendConnector.TENANT);
    assertThat(sent.path("channelData").path("channel").path("id").asText(""))
        .isEqualTo(TeamsSamples.CHANNEL);
    JsonNode activity = sent.path("activity");
    assertThat(activity.has("text")).isFalse();
    assertThat(activity.path("summary").asText("")).isEqualTo("Andriy: waiting");
    assertThat(activity.path("attachments")).hasSize(1);
    CardRules.check(card(activity));
    assertThat(connector.roots)
        .containsExactly("opened " + TeamsSamples.CHANNEL + " " + THREAD.value());
  }

  @Test
  void aCardMayStandThereWhereNobodySaidSo() {
    connector.answers("POST", "conversations", aResponse().withStatus(502));
    assertThat(chat.openThread(DESK, "c1:1.1", TeamsSamples.card("Andriy", "hello")))
        .isInstanceOf(Delivery.Unknown.class);
    assertThat(connector.roots).containsExactly("lost " + TeamsSamples.CHANNEL);
  }

  @Test
  void aRootIsKnownByTheConversationWhereItsIdIsMissing() {
    connector.answers("POST", "conversations", created("{\"id\":\"x;messageid=17\"}"));
    assertThat(chat.openThread(DESK, "c1:1.1", TeamsSamples.card("Andriy", "hello")))
        .isEqualTo(new Delivery.Done(new PostRef("17")));
  }

  @Test
  void aPostStandsInItsThreadAsACardWithItsWords() {
    connector.answers("POST", IN_THREAD, created(POSTED));
    assertThat(post("hello", "there")).isEqualTo(new Delivery.Done(POST));
    assertThat(connector.asked()).containsExactly("POST " + IN_THREAD);
    JsonNode activity = connector.body();
    assertThat(activity.path("type").asText("")).isEqualTo("message");
    assertThat(activity.has("text")).isFalse();
    assertThat(activity.path("summary").asText("")).isEqualTo("Andriy: hello there");
    CardRules.check(card(activity));
  }

  @Test
  void aPostWithAFileIsTakenBackInItsThreadAndOneThatIsGoneIsTakenBack() {
    String there = IN_THREAD + "/" + POST.value();
    connector.answers("DELETE", there, aResponse().withStatus(503));
    assertThat(chat.takeBack(DESK, THREAD, POST)).isInstanceOf(Delivery.Later.class);
    connector.answers("DELETE", there, aResponse().withStatus(200));
    assertThat(chat.takeBack(DESK, THREAD, POST)).isEqualTo(new Delivery.Done(POST));
    connector.answers("DELETE", there, refusal(404, "ActivityNotFoundInConversation"));
    assertThat(chat.takeBack(DESK, THREAD, POST)).isEqualTo(new Delivery.Done(POST));
    assertThat(connector.asked()).containsOnly("DELETE " + there);
  }

  @Test
  void everythingThatIsWrittenIsACardThatTeamsTakes() {
    connector.answers("POST", IN_THREAD, created(POSTED));
    connector.answers("POST", AT_ROOT, created(POSTED));
    connector.answers("PUT", ROOT, okJson(POSTED));
    connector.answers("PUT", IN_THREAD + "/" + POST.value(), okJson(POSTED));
    List<Delivery> deliveries =
        List.of(
            chat.notice(DESK, THREAD, "b", "A notice"),
            chat.announce(DESK, "b", "An announcement"),
            chat.call(DESK, DESK, THREAD, "b", "Who can take it?"),
            chat.rewrite(DESK, THREAD, POST, TeamsSamples.words("hello", "")),
            chat.showCard(DESK, THREAD, TeamsSamples.card("Andriy", "hello")));
    assertThat(deliveries).allSatisfy(each -> assertThat(each).isInstanceOf(Delivery.Done.class));
    assertThat(connector.bodies()).hasSize(5).allSatisfy(body -> CardRules.check(card(body)));
    String where = TeamsSamples.CHANNEL + " " + POST.value();
    assertThat(connector.roots)
        .containsExactly("announced " + where, "called " + where + " to " + THREAD.value());
  }

  static Stream<ResponseDefinitionBuilder> answersThatTellNothing() {
    return Stream.of(
        aResponse().withStatus(500),
        refusal(502, "BadGateway"),
        refusal(503, "ServiceUnavailable"),
        refusal(504, "GatewayTimeout"),
        aResponse().withStatus(502).withBody("<html>Bad gateway</html>"),
        aResponse().withStatus(408),
        aResponse().withStatus(201),
        aResponse().withStatus(202),
        created("{}"),
        created("{\"id\":\"\"}"),
        created("{\"id\":"),
        created("<html>Sign in</html>"),
        created(POSTED).withFixedDelay(5_000),
        created(POSTED).withChunkedDribbleDelay(5, 6_000),
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  @ParameterizedTest
  @MethodSource("answersThatTellNothing")
  void anAnswerThatTellsNothingIsUnknownAndNeverRepeated(ResponseDefinitionBuilder answer) {
    connector.answers("POST", IN_THREAD, answer);
    assertThat(post("hello")).isInstanceOf(Delivery.Unknown.class);
    assertThat(connector.asked()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("answersThatTellNothing")
  void whatMayBeRepeatedIsTriedLater(ResponseDefinitionBuilder answer) {
    connector.answers("PUT", ROOT, answer);
    connector.answers("DELETE", IN_THREAD + "/" + POST.value(), refusal(502, "BadGateway"));
    Delivery shown = chat.showCard(DESK, THREAD, TeamsSamples.card("Andriy", "hello"));
    assertThat(shown).isInstanceOfAny(Delivery.Later.class, Delivery.Done.class);
    assertThat(connector.asked()).hasSize(1);
  }

  /// The same Teams, called at another address.
  private TeamsWorkspace at(String host, String serviceUrl) {
    connector.notes.write("teams", "service-url", serviceUrl);
    TeamsSettings known = connector.settings();
    return new TeamsWorkspace(
        new TeamsSettings(
            known.appId(),
            known.appSecret(),
            known.tenantId(),
            known.loginUrl(),
            known.openIdMetadataUrl(),
            Set.of(host),
            Optional.empty()),
        PretendConnector.PUBLIC,
        connector.notes,
        InstantSource.fixed(TeamsSamples.NOW),
        _ -> TeamsWords.Word::key,
        _ -> true,
        connector.new Roots(),
        SHORT);
  }

  @Test
  void teamsBeingAwayIsKnownNotToHaveDoneIt() {
    // Port 9 (discard) is served by nobody; a connection to it is refused.
    TeamsWorkspace away = at("127.0.0.1:9", "http://127.0.0.1:9/teams/");
    assertThat(away.chat().notice(DESK, THREAD, "b", "x"))
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.mend()).contains("network"));
  }

  @Test
  void nothingIsSentToWhereTeamsIsNotKnownToBe() {
    TeamsWorkspace astray = at("127.0.0.1:9", "https://evil.example/teams/");
    assertThat(astray.chat().notice(DESK, THREAD, "b", "x")).isInstanceOf(Delivery.Later.class);
    assertThat(connector.signIns()).isEmpty();
    assertThat(astray.health().facts().introduced()).isFalse();
    assertThat(workspace.health().facts().introduced()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 1", "soon, 5", "-7, 5", "99999, 600", "99999999999999999999, 600"})
  void theRateIsKeptForAsLongAsTeamsSays(String told, int seconds) {
    connector.answers("POST", IN_THREAD, refusal(429, "Throttled").withHeader("Retry-After", told));
    assertThat(post("hello"))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.after())
                  .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 2L));
              assertThat(later.mend()).isEmpty();
            });
  }

  @Test
  void theRateIsKeptAlsoWhereTeamsNamesAMoment() {
    connector.answers(
        "POST",
        IN_THREAD,
        refusal(429, "Throttled")
            .withHeader("Date", "Sun, 22 Nov 2026 09:00:00 GMT")
            .withHeader("Retry-After", "Sun, 22 Nov 2026 09:00:40 GMT"));
    assertThat(post("hello"))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later ->
                assertThat(later.after())
                    .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(42)));
  }

  @Test
  void halfACharacterKeepsNoPostFromBeingSent() {
    connector.answers("POST", IN_THREAD, created(POSTED));
    assertThat(post("half \ud83d of it")).isEqualTo(new Delivery.Done(POST));
  }

  @Test
  void anotherCallOnTheSameConversationIsTriedAgainSoon() {
    connector.answers("POST", IN_THREAD, refusal(412, "PreconditionFailed"));
    assertThat(post("hello"))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> assertThat(later.after()).isLessThan(Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "403, BotNotInConversationRoster, Add the app to the team",
    "403, BotDisabledByAdmin, admin centre",
    "403, MessageWritesBlocked, Moderation",
    "403, Whatever, Add the app to the team",
    "401, BotNotRegistered, teams.app-id",
    "302, '', proxy"
  })
  void whatSomebodyMustMendIsTriedLaterAndSaysHow(int status, String code, String mend) {
    connector.answers("POST", IN_THREAD, refusal(status, code));
    assertThat(post("hello"))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.after()).isEqualTo(TeamsErrors.MEND_PAUSE);
              assertThat(later.mend()).contains(mend);
            });
    assertThat(workspace.health().facts().troubles())
        .extracting(TeamsHealth.Trouble::where)
        .containsExactly(TeamsSamples.TEAM);
    connector.answers("POST", IN_THREAD, created(POSTED));
    assertThat(post("hello")).isInstanceOf(Delivery.Done.class);
    assertThat(workspace.health().facts().troubles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400, BadSyntax", "400, BadArgument", "413, MessageSizeTooBig", "405, ''"})
  void anyOtherNoIsARefusal(int status, String code) {
    connector.answers("POST", IN_THREAD, refusal(status, code));
    assertThat(post("hello"))
        .isEqualTo(new Delivery.Refused(code.isEmpty() ? "HTTP " + status : code));
  }

  @Test
  void aReplyToADeletedRootTellsThatTheThreadIsGone() {
    assertThat(post("hello")).isEqualTo(new Delivery.ThreadGone());
    assertThat(chat.showCard(DESK, THREAD, TeamsSamples.card("Andriy", "hello")))
        .isEqualTo(new Delivery.ThreadGone());
    connector.answers("PUT", ROOT, refusal(404, "ActivityNotFoundInConversation"));
    assertThat(chat.showCard(DESK, THREAD, TeamsSamples.card("Andriy", "hello")))
        .isEqualTo(new Delivery.ThreadGone());
    assertThat(chat.rewrite(DESK, THREAD, POST, TeamsSamples.words("hello")))
        .isEqualTo(new Delivery.Refused("ConversationNotFound"));
  }

  @Test
  void aDeskWhoseChannelIsNotThereSaysWhatToCheck() {
    assertThat(chat.openThread(DESK, "c1:1.1", TeamsSamples.card("Andriy", "hello")))
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.mend()).contains("teams:<team>"));
  }

  @ParameterizedTest
  @CsvSource({"200", "202", "204", "404"})
  void aCallIsTakenBackAlsoWhenItIsGone(int status) {
    String call = "conversations/" + TeamsSamples.CHANNEL + ";messageid=" + POST.value();
    connector.answers(
        "DELETE", call + "/activities/" + POST.value(), aResponse().withStatus(status));
    assertThat(chat.retract(DESK, POST)).isEqualTo(new Delivery.Done(POST));
  }

  @Test
  void aTokenThatIsNotTakenIsChangedOnceForAFreshOne() {
    connector.answers("POST", IN_THREAD, created(POSTED));
    assertThat(post("hello")).isInstanceOf(Delivery.Done.class);
    connector.signIn(okJson("{\"access_token\":\"second\",\"expires_in\":3600}"));
    connector.answersTo("first", "POST", IN_THREAD, refusal(401, "Unauthorized"));
    assertThat(post("hello")).isEqualTo(new Delivery.Done(POST));
    assertThat(post("hello")).isEqualTo(new Delivery.Done(POST));
    assertThat(connector.signIns()).hasSize(2);
    assertThat(connector.asked()).hasSize(4);
  }

  @Test
  void aFreshTokenThatIsNotTakenEitherIsForSomebodyToMend() {
    connector.answers("POST", IN_THREAD, refusal(401, "Unauthorized"));
    assertThat(post("hello"))
        .isInstanceOfSatisfying(
            Delivery.Later.class, later -> assertThat(later.mend()).contains("teams.app-id"));
    assertThat(connector.asked()).hasSize(2);
  }

  @Test
  void aCallMentionsTheTeamAndLinksTheThread() {
    connector.answers("POST", AT_ROOT, created(POSTED));
    connector.answers("GET", "teams/" + TeamsSamples.TEAM, okJson("{\"aadGroupId\":\"group-1\"}"));
    connector.answers(
        "GET", "conversations/" + TeamsSamples.TEAM + "/pagedmembers", okJson(TeamsRosterIT.TWO));
    assertThat(chat.call(DESK, DESK, THREAD, "b", "Who can take it?"))
        .isEqualTo(new Delivery.Done(POST));
    JsonNode card = card(connector.body());
    assertThat(
            card.path("msteams").path("entities").path(0).path("mentioned").path("id").asText(""))
        .isEqualTo("29:anna");
    assertThat(card.path("actions").path(0).path("url").asText(""))
        .isEqualTo(
            "https://teams.microsoft.com/l/message/19%3Achannel%40thread.tacv2/1776390257332"
                + "?tenantId="
                + PretendConnector.TENANT
                + "&groupId=group-1&parentMessageId=1776390257332");
    assertThat(chat.call(DESK, DESK, THREAD, "b", "Who?")).isInstanceOf(Delivery.Done.class);
    assertThat(connector.asked()).hasSize(4);
  }

  @Test
  void aCallIsMadeWithoutMentionsWhereTheTeamIsNotKnown() {
    connector.answers("POST", AT_ROOT, created(POSTED));
    assertThat(chat.call(DESK, DESK, THREAD, "b", "Who can take it?"))
        .isEqualTo(new Delivery.Done(POST));
    JsonNode card = card(connector.body());
    CardRules.check(card);
    assertThat(card.path("msteams").path("entities")).isEmpty();
  }

  @Test
  void callsOnOneConversationWaitForEachOther() throws Exception {
    connector.answers("POST", IN_THREAD, created(POSTED).withFixedDelay(300));
    List<Future<Delivery>> posts = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 3; n++) {
        posts.add(threads.submit(() -> post("hello")));
      }
    }
    for (Future<Delivery> each : posts) {
      assertThat(each.get()).isInstanceOf(Delivery.Done.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(890));
  }

  @Test
  void aDeskIsCheckedForItsTeamAndForItsChannel() {
    String channels = "teams/" + TeamsSamples.TEAM + "/conversations";
    connector.answers("GET", channels, refusal(403, "BotNotInConversationRoster"));
    assertThat(workspace.check(Set.of(DESK, new DeskRef("slack:C0"))))
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.mend()).contains("Add the app"));
    connector.answers("GET", channels, okJson("{\"conversations\":[]}"));
    assertThat(workspace.check(Set.of(DESK)))
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.mend()).contains("standard channel"));
    connector.answers(
        "GET", channels, okJson("{\"conversations\":[{\"id\":\"" + TeamsSamples.CHANNEL + "\"}]}"));
    assertThat(workspace.check(Set.of(DESK))).isEmpty();
  }

  @Test
  void whatSomebodyWroteInTheBoxIsShownToTheOthers() {
    connector.answers("POST", IN_THREAD, created(POSTED));
    workspace.speech().echo(DESK, THREAD, TeamsSamples.ANNA, "See **you**");
    assertThat(card(connector.body()).toString()).contains("Anna", "See **you**");
    CardRules.check(card(connector.body()));
    workspace
        .speech()
        .answer(DESK, TeamsSamples.CHANNEL + ";messageid=" + THREAD.value(), "You count as here");
    assertThat(card(connector.body()).toString()).contains("You count as here");
  }

  @Test
  void nothingCanBeLookedFor() {
    assertThat(chat.findPost(DESK, THREAD, "c1:7.1", TeamsSamples.NOW))
        .isEqualTo(new Delivery.CannotLook());
    assertThat(connector.asked()).isEmpty();
  }

  @Test
  void noCallOfThePortTakesLongerThanThePortAllows() {
    Duration turn = ConversationTurns.WAIT;
    Duration margin = Duration.ofMillis(250);
    Patience usual = Patience.USUAL;
    Duration call = usual.look().multipliedBy(2).plus(turn).plus(usual.aside()).plus(margin);
    Duration anew = usual.aside().plus(turn.plus(usual.look()).plus(margin).multipliedBy(2));
    Duration most = Duration.ofSeconds(TeamChat.CALL_SECONDS_MAX);
    assertThat(turn.plus(usual.post()).plus(margin)).isLessThan(most);
    assertThat(call).isLessThan(most);
    assertThat(anew).isLessThan(most);
  }
}
