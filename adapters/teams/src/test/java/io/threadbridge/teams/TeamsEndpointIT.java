package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsEndpoint.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole requests, with tokens as the Bot Framework signs them, up to the doors.
class TeamsEndpointIT {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant CARD_CAME =
      Instant.ofEpochMilli(Long.parseLong(Desks.THREAD.value()));
  private static final String TEAM = Desks.PLACE.team();

  private final BotFramework framework = new BotFramework();
  private final ManualClock clock = new ManualClock(NOW);
  private final Knocks knocks = new Knocks();
  private final Teams teams = new Teams();
  private final MapNotebook notebook = new MapNotebook();
  private final TeamsSettings settings = TokenValidatorIT.settings(framework);
  private final ServiceUrls urls = new ServiceUrls(notebook, settings.serviceHosts());
  private final TeamsHealth health = new TeamsHealth(() -> urls.latest().isPresent(), clock);
  private final OwnRoots roots = new OwnRoots(clock);
  private final Hearing hearing = new Hearing(notebook, clock);
  private final Set<ThreadRef> ours = ConcurrentHashMap.newKeySet();
  private final Set<DeskRef> desks = new HashSet<>(Set.of(Desks.DESK));
  private boolean away;
  private final ObjectMapper mapper = TeamsMapper.create();
  private final TeamsDesk desk = desk(Duration.ZERO);

  TeamsEndpointIT() {
    ours.add(Desks.THREAD);
  }

  private TeamsDesk desk(Duration insisting) {
    return new TeamsDesk(
        settings,
        new TeamsDoors(
            knocks,
            (_, thread) -> ours.contains(thread),
            this::command,
            this::reports,
            () -> Set.copyOf(desks)),
        new TeamsDesk.Outbound(teams, teams, teams, health, urls, roots, hearing),
        (_, word) -> word.key(),
        clock,
        insisting,
        new AtOnce());
  }

  @AfterEach
  void stop() {
    desk.close();
    framework.close();
  }

  private String command(DeskRef where, Staff staff, String words) {
    if (words.equals("fail")) {
      throw new StoreUnavailable("away");
    }
    return staff.name() + " said " + words;
  }

  private List<Report> reports(Predicate<DeskRef> theirs) {
    if (away) {
      throw new StoreUnavailable("away");
    }
    return desks.stream()
        .filter(theirs)
        .map(each -> new Report("How it goes", each.channel(), List.of()))
        .toList();
  }

  private List<String> troubles() {
    return health.facts().troubles().stream().map(TeamsHealth.Trouble::what).toList();
  }

  private Answer told(JsonNode activity) {
    return told(desk, activity);
  }

  private Answer told(String payload) {
    return told(Payloads.tree(payload));
  }

  private Answer sent(String body, Map<String, String> headers) {
    return sent(desk, body, headers);
  }

  private static Answer sent(TeamsDesk to, String body, Map<String, String> headers) {
    return to.endpoint().handle(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private Answer told(TeamsDesk to, JsonNode activity) {
    return sent(
        to, activity.toString(), Map.of("Authorization", framework.bearer(clock.instant())));
  }

  private JsonNode answered(String payload) {
    return read(told(payload));
  }

  private JsonNode read(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    try {
      return mapper.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aReplyComesToTheDoorWithItsWriter() {
    assertThat(told("reply")).isEqualTo(new Answer(200, "text/plain; charset=utf-8", ""));
    Knocks.Knock knock = knocks.only();
    assertThat(knock.desk()).isEqualTo(Desks.DESK);
    assertThat(knock.thread()).isEqualTo(Desks.THREAD);
    assertThat(knock.standing()).isEqualTo(Standing.MEMBER);
    assertThat(knock.rootIsOurs()).isFalse();
    assertThat(knock.event())
        .isInstanceOfSatisfying(
            StaffEvent.Wrote.class,
            wrote -> {
              assertThat(wrote.text()).isEqualTo("We have it in blue.");
              assertThat(wrote.post()).isEqualTo(new PostRef("1772441990012"));
              assertThat(wrote.staff().id()).isEqualTo("teams:" + Desks.ANNA);
              assertThat(wrote.staff().name()).isEqualTo("Anna Berg");
              assertThat(wrote.at()).isEqualTo(Instant.parse("2026-03-02T08:59:50.012Z"));
            });
  }

  @Test
  void picturesComeToTheDoorAndWhatIsWithheldIsCounted() {
    told("reply-picture-and-file");
    StaffEvent.Wrote wrote = (StaffEvent.Wrote) knocks.only().event();
    assertThat(wrote.text()).isEqualTo("Like this");
    assertThat(wrote.files())
        .containsExactly(
            new SharedFile(
                "1772441990012-1",
                "image.png",
                "image/png",
                7,
                new SharedFile.Source.OnDesk(
                    Desks.DESK, BotFramework.SERVICE_URL + "v3/attachments/0-abc/views/original")));
    assertThat(wrote.withheld()).isEqualTo(1);
  }

  @Test
  void aPictureThatCannotBePassedOnIsWithheldToo() {
    ObjectNode reply = (ObjectNode) Payloads.tree("reply-picture-and-file");
    ((ObjectNode) reply.at("/attachments/0")).put("contentUrl", "https://gone.example.com/");
    told(reply);
    StaffEvent.Wrote wrote = (StaffEvent.Wrote) knocks.only().event();
    assertThat(wrote.files()).isEmpty();
    assertThat(wrote.withheld()).isEqualTo(2);
  }

  @Test
  void nothingIsAskedAboutAStrangersPictures() {
    teams.is(Desks.ANNA, Standing.GUEST);
    told("reply-pictures");
    assertThat(((StaffEvent.Wrote) knocks.only().event()).files()).isEmpty();
  }

  @Test
  void whatTeamsSendsTwiceHasTheSameName() {
    told("reply");
    told("reply");
    List<Knocks.Knock> both = knocks.all();
    assertThat(both).hasSize(2);
    assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
  }

  @Test
  void nothingHappensInTheFuture() {
    clock.set(Instant.parse("2026-03-02T08:59:00Z"));
    told("reply");
    assertThat(knocks.only().event().at()).isEqualTo(clock.instant());
  }

  @Test
  void aThreadThatIsNotOursIsDroppedBeforeAnybodyIsLookedUp() {
    ours.clear();
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(told("command-back-when").status()).isEqualTo(200);
    assertThat(told("other-channel").status()).isEqualTo(200);
    assertThat(knocks.all()).isEmpty();
    assertThat(teams.lookUps()).isZero();
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void aReplyThatOvertakesTheIndexOfThreadsKnocksBecauseTheRootIsOurs() {
    ours.clear();
    roots.opened(Desks.PLACE.channel(), Desks.THREAD.value());
    told("reply");
    assertThat(knocks.only().rootIsOurs()).isTrue();
    clock.advance(OwnRoots.FRESH);
    told("reply");
    assertThat(knocks.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reply", "reply-mention", "reaction-check", "edited", "press-claim-submit"})
  void nothingIsJudgedOfAThreadThatPeopleSeeBeforeWeKnowItsCard(String activity) {
    ours.clear();
    clock.set(CARD_CAME.plusSeconds(1));
    assertThat(told(activity).status()).isEqualTo(503);
    assertThat(knocks.all()).isEmpty();
    roots.opened(Desks.PLACE.channel(), Desks.THREAD.value());
    assertThat(told(activity).status()).isEqualTo(200);
    assertThat(knocks.only().rootIsOurs()).isTrue();
  }

  @Test
  void aThreadThatIsNotOursAfterAllIsDroppedOnceACardWouldBeKnown() {
    ours.clear();
    clock.set(CARD_CAME.plus(OwnRoots.YOUNG));
    assertThat(told("reply").status()).isEqualTo(200);
    clock.set(CARD_CAME.minus(OwnRoots.YOUNG));
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void aCardThatAnotherInstancePostedIsKnownByTheIndexAlone() {
    ours.clear();
    clock.set(CARD_CAME.plusSeconds(1));
    assertThat(told("reply").status()).isEqualTo(503);
    ours.add(Desks.THREAD);
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(knocks.only().rootIsOurs()).isFalse();
  }

  private void theCardsAnswerWasLost(Instant then) {
    ours.clear();
    clock.set(then);
    roots.lost(Desks.PLACE.channel());
    clock.set(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reply", "reply-mention", "reaction-check"})
  void whoAnswersAtACardWhoseDoubleIsKnownIsToldOnceToUseTheOther(String activity)
      throws InterruptedException {
    theCardsAnswerWasLost(CARD_CAME.plusSeconds(8));
    assertThat(told(activity).status()).isEqualTo(200);
    assertThat(told(activity).status()).isEqualTo(200);
    assertThat(knocks.all()).isEmpty();
    assertThat(teams.next()).isEqualTo("hint teams:" + Desks.ANNA + " teams.other-card");
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void whoPressesAtACardWhoseDoubleIsKnownIsToldToUseTheOther() {
    theCardsAnswerWasLost(CARD_CAME.plusSeconds(8));
    assertThat(answered("press-claim").toString()).contains(Word.OTHER_CARD.key());
  }

  @Test
  void aThreadThatCameAtAnotherTimeThanTheLostCardIsNoDouble() {
    theCardsAnswerWasLost(CARD_CAME.plus(OwnRoots.YOUNG));
    clock.set(CARD_CAME);
    roots.lost("19:other@thread.tacv2");
    clock.set(NOW);
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void whatAPersonWroteAtTheRootIsNoCardHoweverYoungItIs() {
    ours.clear();
    clock.set(CARD_CAME.plusSeconds(1));
    roots.lost(Desks.PLACE.channel());
    ObjectNode root = (ObjectNode) Payloads.tree("reply");
    root.put("id", Desks.THREAD.value());
    assertThat(told(root).status()).isEqualTo(200);
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(knocks.all()).isEmpty();
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void whoPressesOnACardThatWeDoNotKnowYetIsAskedToDoItAgain() {
    ours.clear();
    clock.set(CARD_CAME.plusSeconds(1));
    assertThat(answered("press-claim").toString()).contains(Word.TRY_AGAIN.key());
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void whatCannotBeKeptMustComeAgain() {
    knocks.beforeNext(
        () -> {
          throw new StoreUnavailable("away");
        });
    assertThat(told("reply").status()).isEqualTo(503);
    assertThat(told("reply").status()).isEqualTo(200);
    teams.isAway(true);
    assertThat(told("reply").status()).isEqualTo(503);
    assertThat(told("deleted").status()).isEqualTo(200);
  }

  @Test
  @Timeout(20)
  void whatCannotBeKeptAtOnceIsTriedAgainBecauseTeamsPromisesNoSecondTime() {
    try (TeamsDesk insisting = desk(Duration.ofSeconds(10))) {
      knocks.beforeNext(
          () -> {
            throw new StoreUnavailable("away");
          });
      assertThat(told(insisting, Payloads.tree("reply")).status()).isEqualTo(200);
      assertThat(knocks.only().event()).isInstanceOf(StaffEvent.Wrote.class);
    }
  }

  @Test
  @Timeout(20)
  void nothingOvertakesWhatIsTriedAgain() throws InterruptedException {
    CountDownLatch failed = new CountDownLatch(1);
    knocks.beforeNext(
        () -> {
          failed.countDown();
          throw new StoreUnavailable("away");
        });
    ObjectNode second = (ObjectNode) Payloads.tree("reply");
    second.put("id", "1772441990099");
    try (TeamsDesk insisting = desk(Duration.ofSeconds(10))) {
      Thread one = Thread.ofVirtual().start(() -> told(insisting, Payloads.tree("reply")));
      failed.await();
      assertThat(told(insisting, second).status()).isEqualTo(200);
      one.join();
    }
    assertThat(knocks.all())
        .extracting(knock -> ((StaffEvent.Wrote) knock.event()).post().value())
        .containsExactly("1772441990012", "1772441990099");
  }

  @Test
  void whoIsNoMemberIsToldOnceInAThread() throws InterruptedException {
    teams.is(Desks.ANNA, Standing.GUEST);
    told("reply");
    told("reply");
    assertThat(teams.next()).isEqualTo("hint teams:" + Desks.ANNA + " teams.not-allowed");
    assertThat(knocks.all()).hasSize(2);
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void aPressOnACardWhoseConversationIsGoneSaysSo() {
    ours.clear();
    assertThat(answered("press-reply").at("/value/message").asText()).isEqualTo("teams.gone");
    assertThat(told("press-claim-submit").status()).isEqualTo(200);
    assertThat(knocks.all()).isEmpty();
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void aMisspeltCommandIsAnsweredPrivatelyAndOnce() throws InterruptedException {
    told("command-back-when");
    told("command-back-when");
    assertThat(teams.next()).isEqualTo("hint teams:" + Desks.ANNA + " teams.back-usage");
    assertThat(knocks.all()).isEmpty();
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void aConversationIsHandedToMembersOnly() throws InterruptedException {
    told("command-hand-over");
    assertThat(((StaffEvent.HandedOver) knocks.only().event()).to().id())
        .isEqualTo("teams:29:1bensAccount");
    teams.is("29:1bensAccount", Standing.EXTERNAL);
    told("command-hand-over");
    assertThat(teams.next()).isEqualTo("hint teams:" + Desks.ANNA + " teams.not-to-them");
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void aConversationIsHandedToTheDeskThatIsNamed() {
    told("command-move");
    assertThat(((StaffEvent.HandedOverToDesk) knocks.only().event()).name()).isEqualTo("workshop");
  }

  @Test
  void anOlderEditThatComesLateIsDropped() {
    ObjectNode older = (ObjectNode) Payloads.tree("edited");
    older.put("timestamp", "2026-03-02T08:59:54.999Z");
    told("edited");
    told(older);
    told("edited");
    assertThat(knocks.all()).hasSize(2);
  }

  @Test
  void aPressIsAnsweredAtOnceAndClaims() {
    JsonNode answer = answered("press-claim");
    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("type").asText())
        .isEqualTo("application/vnd.microsoft.activity.message");
    assertThat(knocks.only().event()).isInstanceOf(StaffEvent.Claimed.class);
  }

  @Test
  void aPressOfAnOldClientClaimsToo() {
    assertThat(told("press-claim-submit").body()).isEmpty();
    assertThat(knocks.only().event()).isInstanceOf(StaffEvent.Claimed.class);
  }

  @Test
  void aPressThatIsRefusedSaysWhy() {
    teams.is(Desks.ANNA, Standing.EXTERNAL);
    JsonNode answer = answered("press-claim");
    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(answer.path("type").asText()).isEqualTo("application/vnd.microsoft.error");
    assertThat(answer.at("/value/message").asText()).isEqualTo("teams.not-allowed");
    assertThat(answered("press-back-in-empty").at("/value/message").asText())
        .isEqualTo("teams.not-allowed");
  }

  @Test
  void aPressWhileTheStoreIsAwaySaysToTryAgain() {
    knocks.beforeNext(
        () -> {
          throw new StoreUnavailable("away");
        });
    JsonNode answer = answered("press-claim");
    assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
    assertThat(answer.at("/value/message").asText()).isEqualTo("teams.try-again");
  }

  @Test
  @Timeout(20)
  void aPressThatTakesTooLongSaysToLookFirstAndIsDoneAllTheSame() throws InterruptedException {
    CountDownLatch store = new CountDownLatch(1);
    knocks.beforeNext(() -> await(store));
    JsonNode answer = answered("press-reply");
    assertThat(answer.at("/value/message").asText()).isEqualTo("teams.look-first");
    assertThat(knocks.all()).isEmpty();
    store.countDown();
    assertThat(teams.next()).startsWith("echo");
    assertThat(knocks.only().event()).isInstanceOf(StaffEvent.Wrote.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aReplyFromTheBoxIsSaidAndShownOnceHoweverOftenItComes() throws InterruptedException {
    assertThat(answered("press-reply").path("value").asText()).isEqualTo("teams.done");
    ObjectNode again = (ObjectNode) Payloads.tree("press-reply");
    again.put("id", "f:5999");
    read(told(again));

    List<Knocks.Knock> both = knocks.all();
    assertThat(both).hasSize(2);
    assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
    StaffEvent.Wrote wrote = (StaffEvent.Wrote) both.get(0).event();
    assertThat(wrote.text()).isEqualTo("Yes, in blue.\nUntil when?");
    assertThat(wrote.post()).isEqualTo(new PostRef("box:f:5001"));
    assertThat(teams.next()).isEqualTo("echo 1772441900000 Anna Berg Yes, in blue.\nUntil when?");

    clock.advance(BoxedReplies.SAME);
    read(told(again));
    assertThat(knocks.only().id()).isNotEqualTo(both.get(0).id());
    assertThat(teams.next()).startsWith("echo");
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void aDialogAsksForHowLongAndStaysUntilItIsATime() {
    JsonNode asked = answered("dialog-opens").at("/task/value");
    assertThat(asked.path("title").asText()).isEqualTo("teams.back-title");
    JsonNode data = asked.at("/card/content/actions/0/data");
    assertThat(TeamsDeed.read(data).orElseThrow().thread()).contains(Desks.THREAD);

    JsonNode wrong = answered("dialog-ends-misread").at("/task/value/card/content/body/0/text");
    assertThat(wrong.asText()).isEqualTo("teams.back-error");
    assertThat(knocks.all()).isEmpty();

    assertThat(answered("dialog-ends").has("task")).isFalse();
    StaffEvent.Promised promised = (StaffEvent.Promised) knocks.only().event();
    assertThat(promised.until()).isEqualTo(promised.at().plus(Duration.ofMinutes(45)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoke-unknown", "press-not-ours", "press-for-no-desk"})
  void anInvokeThatIsNotOursIsNotImplemented(String payload) {
    assertThat(told(payload).status()).isEqualTo(501);
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void aCommandIsAnsweredWhereItWasWrittenAndOnce() throws InterruptedException {
    told("root-post-command");
    told("root-post-command");
    assertThat(teams.next())
        .isEqualTo("answer 19:webchat@thread.tacv2;messageid=1772441990012 Anna Berg said take 2h");
    told("personal");
    assertThat(teams.next()).isEqualTo("answer a:1annasChat Anna Berg said off");
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void whoAnswersToAnAnswerOfOursSpeaksToUsAgain() throws InterruptedException {
    ours.clear();
    told("reply-mention");
    assertThat(teams.next()).endsWith("Anna Berg said We have it, says @Ben Holm.");
    assertThat(knocks.all()).isEmpty();
    roots.opened(Desks.PLACE.channel(), Desks.THREAD.value());
    told("reply-mention");
    assertThat(knocks.only().event()).isInstanceOf(StaffEvent.Wrote.class);
  }

  @Test
  void whatAClientMadeUpIsLookedUpNowhere() {
    ObjectNode press = (ObjectNode) Payloads.tree("press-hand-over");
    ObjectNode data = (ObjectNode) press.at("/value/action/data");
    data.put("value", "../../v3/conversations/x");
    assertThat(read(told(press)).at("/value/message").asText()).isEqualTo("teams.hand-over-usage");
    data.put("thread", "x".repeat(101));
    assertThat(told(press).status()).isEqualTo(501);
    assertThat(teams.lookUps()).isEqualTo(1);
  }

  @Test
  void aCommandThatCannotBeDoneSaysSo() throws InterruptedException {
    told("other-channel-command");
    assertThat(teams.next()).endsWith("teams.no-desk");
    ObjectNode failing = (ObjectNode) Payloads.tree("personal");
    told(failing.put("text", "fail"));
    assertThat(teams.next()).endsWith("teams.try-again");
    told(failing.put("text", "on"));
    assertThat(teams.next()).endsWith("said on");
    desks.add(new TeamsPlace(TEAM, "19:second@thread.tacv2").desk());
    told(failing.put("id", "1772441999999"));
    assertThat(teams.next()).endsWith("teams.which-desk");
    teams.is(Desks.ANNA, Standing.GUEST);
    told(((ObjectNode) Payloads.tree("root-post-command")).put("id", "1772441990012"));
    assertThat(teams.next()).endsWith("teams.not-allowed");
  }

  private String asked(String words, String id) throws InterruptedException {
    told(((ObjectNode) Payloads.tree("personal")).put("text", words).put("id", id));
    return teams.next();
  }

  @Test
  void whoAsksInTheirOwnChatReadsHowItGoes() throws InterruptedException {
    String report = "report a:1annasChat How it goes " + Desks.DESK.channel();
    assertThat(asked("report", "1772442000001")).isEqualTo(report);
    assertThat(asked(" Report ", "1772442000002")).isEqualTo(report);
    assertThat(asked("TEAMS.REPORT", "1772442000003"))
        .as("in the desk's language")
        .isEqualTo(report);
    assertThat(asked("report  week", "1772442000004"))
        .isEqualTo("answer a:1annasChat Anna Berg said report week");
    told(((ObjectNode) Payloads.tree("personal")).put("text", "report").put("id", "1772442000004"));
    assertThat(asked("reports", "1772442000005")).endsWith("Anna Berg said reports");
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void figuresAreForTheFullMembersOfADesksOwnTeam() throws InterruptedException {
    TeamsPlace other = new TeamsPlace("19:other@thread.tacv2", "19:second@thread.tacv2");
    desks.add(other.desk());
    teams.is(other.team(), Desks.ANNA, Standing.EXTERNAL);
    assertThat(asked("report", "1772442000001")).endsWith(Desks.DESK.channel());
    assertThat(teams.isSilent()).as("nothing of the other desk").isTrue();
    assertThat(asked("report week", "1772442000002")).endsWith("Anna Berg said report week");
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.class,
      names = {"GUEST", "EXTERNAL", "BOT"})
  void whoIsNoFullMemberSeesNoFigure(Standing standing) throws InterruptedException {
    teams.is(Desks.ANNA, standing);

    assertThat(asked("report", "1772442000001")).endsWith("teams.no-report");
    assertThat(asked("report week", "1772442000002")).endsWith("teams.no-report");
    assertThat(teams.isSilent()).isTrue();
  }

  @Test
  void aTeamThatDoesNotSayWhoSomebodyIsShowsThemNothingAndHoldsUpNoOther()
      throws InterruptedException {
    TeamsPlace other = new TeamsPlace("19:other@thread.tacv2", "19:second@thread.tacv2");
    desks.add(other.desk());
    teams.isSilentAbout(other.team());
    assertThat(asked("report", "1772442000001")).endsWith(Desks.DESK.channel());
    assertThat(teams.isSilent()).isTrue();

    teams.is(Desks.ANNA, Standing.GUEST);
    assertThat(asked("report", "1772442000002")).endsWith("teams.try-again");
  }

  @Test
  void aReportThatCannotBeMadeNowSaysSo() throws InterruptedException {
    away = true;
    assertThat(asked("report", "1772442000001")).endsWith("teams.try-again");
    away = false;
    teams.isAway(true);
    assertThat(asked("report", "1772442000002")).endsWith("teams.try-again");
    teams.isAway(false);
    desks.clear();
    desks.add(Desks.DESK);
    assertThat(asked("report", "1772442000003")).startsWith("report ");
  }

  @Test
  void underACallSomebodyClaimsWhatItCallsForAndIsToldThatWordsStayThere()
      throws InterruptedException {
    ThreadRef call = new ThreadRef("1772441900000");
    ThreadRef thread = new ThreadRef("1772441800000");
    ours.clear();
    ours.add(thread);
    roots.called(Desks.PLACE.channel(), call.value(), Desks.DESK, thread);
    told("reply");
    assertThat(teams.next()).endsWith("teams.only-a-call");
    told("reaction-check");
    assertThat(knocks.all()).isEmpty();
    told("reaction-eyes");
    assertThat(knocks.only().thread()).isEqualTo(thread);
  }

  @Test
  void whatIsHeardShowsWhetherAllIs() {
    told("reply-mention");
    assertThat(hearing.hearsAll(TEAM)).isFalse();
    assertThat(troubles()).isEmpty();
    assertThat(health.facts().limits())
        .extracting(TeamsHealth.Trouble::what)
        .containsExactly(TeamsStanding.ONLY_MENTIONS);
    told("root-post");
    assertThat(hearing.hearsAll(TEAM)).isTrue();
    assertThat(health.facts().limits()).isEmpty();
    told("reply-mention");
    assertThat(hearing.hearsAll(TEAM)).isTrue();
    told("upgraded");
    assertThat(hearing.hearsAll(TEAM)).isFalse();
  }

  @Test
  void aRemovedAppIsATroubleUntilItIsBack() {
    told("removed");
    assertThat(troubles()).containsExactly(TeamsChanges.REMOVED);
    told("bot-came");
    assertThat(troubles()).isEmpty();
  }

  @Test
  void whereToCallIsBelievedOnlyOfVerifiedActivities() {
    assertThat(sent(Payloads.text("reply"), Map.of("authorization", "Bearer no.to.ken")).status())
        .isEqualTo(401);
    assertThat(urls.latest()).isEmpty();
    told("typing");
    assertThat(urls.latest()).contains(URI.create(BotFramework.SERVICE_URL));
  }

  @ParameterizedTest
  @CsvSource({"'{\"type\":', 400", "[], 400", "'', 400", "'\"message\"', 400", "{}, 401"})
  void whatCannotBeReadIsRefused(String body, int status) {
    Map<String, String> headers = Map.of("AUTHORIZATION", framework.bearer(NOW));
    assertThat(sent(body, headers).status()).isEqualTo(status);
  }

  @Test
  void whatIsTooLongIsNotRead() {
    byte[] most = new byte[TeamsEndpoint.BODY_BYTES_MAX];
    Map<String, String> headers = Map.of("Authorization", framework.bearer(NOW));
    assertThat(desk.endpoint().handle(most, headers).status()).isEqualTo(400);
    byte[] more = new byte[TeamsEndpoint.BODY_BYTES_MAX + 1];
    assertThat(desk.endpoint().handle(more, headers).status()).isEqualTo(413);
  }

  @Test
  void somebodyElsesTeamsIsForbiddenAndNobodyWithoutATokenIsLetIn() {
    ObjectNode foreign = (ObjectNode) Payloads.tree("reply");
    ((ObjectNode) foreign.get("conversation")).put("tenantId", "another");
    assertThat(told(foreign).status()).isEqualTo(403);
    assertThat(sent(Payloads.text("reply"), Map.of()).status()).isEqualTo(401);
    assertThat(sent(Payloads.text("reply"), Map.of("Authorization", "Basic eDp5")).status())
        .isEqualTo(401);
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void oddTypesAreNothingAndBreakNothing() {
    assertThat(told("odd-types").status()).isEqualTo(403);
    ObjectNode odd = (ObjectNode) Payloads.tree("reply");
    odd.put("text", 7).put("entities", "none").put("attachments", true).put("from", 3);
    assertThat(told(odd).status()).isEqualTo(200);
  }

  @Test
  void whatNobodySaidIsNothingAndAsksForNobody() {
    List<String> payloads =
        List.of("reply", "edited", "press-claim-submit", "root-post-command", "reaction-eyes");
    for (String payload : payloads) {
      ObjectNode nobodys = (ObjectNode) Payloads.tree(payload);
      nobodys.putNull("from");
      assertThat(told(nobodys).status()).isEqualTo(200);
    }
    assertThat(knocks.all()).isEmpty();
    assertThat(teams.lookUps()).isZero();
  }

  @Test
  void repliesInOneThreadKeepTheOrderInWhichTheyCame() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    knocks.beforeNext(
        () -> {
          begun.countDown();
          await(first);
        });
    ObjectNode second = (ObjectNode) Payloads.tree("reply");
    second.put("id", "1772441990099");
    Thread one = Thread.ofVirtual().start(() -> told("reply"));
    begun.await();
    Thread two = Thread.ofVirtual().start(() -> told(second));
    while (two.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    first.countDown();
    one.join();
    two.join();
    assertThat(knocks.all())
        .extracting(knock -> ((StaffEvent.Wrote) knock.event()).post().value())
        .containsExactly("1772441990012", "1772441990099");
  }
}
