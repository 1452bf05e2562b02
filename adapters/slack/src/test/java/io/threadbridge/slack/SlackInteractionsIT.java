package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackInteractionsIT {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_100);
  private static final Instant PRESSED = Instant.parse("2023-11-14T22:14:50.000600Z");
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final String CARD = "1700000000.000100";

  private final PretendApi api = new PretendApi();
  private final Knocks knocks = new Knocks();
  private final ManualClock clock = new ManualClock(NOW);
  private final List<String> commands = new ArrayList<>();
  private final SlackWorkspace workspace =
      new SlackWorkspace(api.settings(false), clock, TestWords::everywhere, PATIENCE, PATIENCE);
  private final SlackEvents events =
      SlackEvents.of(
          workspace,
          new SlackDoors(
              knocks, this::command, desk -> desk.value().equals("slack:C0SALES"), _ -> List.of()),
          TestWords::say,
          Runnable::run,
          Runnable::run);

  @BeforeEach
  void people() {
    workspace.identity().set(Optional.of(Payloads.SELF));
    person("U0ANNA", "Anna", "");
    person("U0BEN", "Ben", "");
    api.answers("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1.1\"}");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void person(String id, String name, String more) {
    api.answersWhere(
        "users.info",
        "user=" + id,
        """
        {"ok":true,"user":{"id":"%s","team_id":"T0FIRM","profile":{"display_name":"%s"}%s}}\
        """
            .formatted(id, name, more));
  }

  private String command(DeskRef desk, Staff staff, String words) {
    commands.add(desk.value() + " " + staff.name() + ": " + words);
    return "Anna & Ben are <here>";
  }

  private Optional<JsonObject> told(String payload) {
    return events.accept(Payloads.tree(payload));
  }

  private List<String> hints() {
    return api.calls("chat.postEphemeral").stream().map(call -> call.get("text")).toList();
  }

  @Test
  void aPromiseIsCountedFromTheMomentOfTheChoice() throws InterruptedException {
    assertThat(told("menu-back-in")).isEmpty();
    assertThat(knocks.next().event())
        .isInstanceOfSatisfying(
            StaffEvent.Promised.class,
            promise -> {
              assertThat(promise.until()).isEqualTo(PRESSED.plus(Duration.ofMinutes(10)));
              assertThat(promise.staff().name()).isEqualTo("Anna");
            });
  }

  @Test
  void aDeskThatIsChosenIsTheOneThatIsNamed() throws InterruptedException {
    assertThat(told("menu-move")).isEmpty();
    assertThat(knocks.next().event())
        .isInstanceOfSatisfying(
            StaffEvent.HandedOverToDesk.class,
            handed -> {
              assertThat(handed.name()).isEqualTo("workshop");
              assertThat(handed.to()).as("known at the door").isEmpty();
              assertThat(handed.staff().name()).isEqualTo("Anna");
            });
  }

  @Test
  void theQuestionForHowLongIsOpenedAtOnceAndKnowsItsThread() {
    api.answers("views.open", "{\"ok\":true,\"view\":{\"id\":\"V0MODAL\"}}");
    assertThat(told("menu-back-in-other")).isEmpty();
    Map<String, String> call = api.calls("views.open").getFirst();
    assertThat(call).containsEntry("trigger_id", "1.2.abc");
    assertThat(call.get("view"))
        .contains("\"private_metadata\":\"C0SALES|" + CARD + "\"", "threadbridge.back-in.other");
    assertThat(knocks.all()).isEmpty();
    assertThat(hints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ok\":false,\"error\":\"expired_trigger_id\"}", "<html>", ""})
  void whereTheQuestionCannotBeOpenedItsMakerIsToldAnotherWay(String answer) {
    api.answers("views.open", answer);
    assertThat(told("menu-back-in-other")).isEmpty();
    assertThat(hints()).containsExactly("slack.back-usage");
  }

  @Test
  void anAnswerThatIsNoTimeStaysInTheModalWithWhatIsWrong() {
    JsonObject answer = told("modal-misread").orElseThrow();
    assertThat(SlackJson.text(answer, "response_action")).isEqualTo("errors");
    assertThat(SlackJson.text(SlackJson.object(answer, "errors"), "threadbridge.how-long"))
        .isEqualTo("slack.back-error");
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void theModalsAnswerIsAPromiseFromNow() throws InterruptedException {
    assertThat(told("modal-how-long")).isEmpty();
    assertThat(knocks.next().event())
        .isInstanceOfSatisfying(
            StaffEvent.Promised.class,
            promise -> assertThat(promise.until()).isEqualTo(NOW.plus(Duration.ofMinutes(90))));
  }

  @Test
  void aModalWhoseAnswerIsNotKeptSaysSoAndStays() {
    knocks.failNext(
        () -> {
          throw new StoreUnavailable("away");
        });
    JsonObject answer = told("modal-how-long").orElseThrow();
    assertThat(SlackJson.object(answer, "errors").toString()).contains("slack.try-again");
  }

  @Test
  void aMemberIsHandedTheConversationByName() throws InterruptedException {
    told("menu-hand-over");
    assertThat(knocks.next().event())
        .isInstanceOfSatisfying(
            StaffEvent.HandedOver.class,
            handed -> {
              assertThat(handed.to().id()).isEqualTo("slack:U0BEN");
              assertThat(handed.to().name()).isEqualTo("Ben");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"is_restricted\":true",
        ",\"is_ultra_restricted\":true",
        ",\"is_bot\":true",
        ",\"deleted\":true"
      })
  void whoIsNoFullMemberIsHandedNothingAndThePickerIsTold(String flags) {
    person("U0BEN", "Ben", flags);
    told("menu-hand-over");
    assertThat(knocks.all()).isEmpty();
    assertThat(hints()).containsExactly("slack.not-to-them");
    assertThat(api.calls("chat.postEphemeral").getFirst()).containsEntry("user", "U0ANNA");
  }

  @Test
  void aCommandThatCannotBeCarriedOutIsNoWordToTheVisitor() {
    told("reply-command-back-when");
    told("reply-command-hand-over-to-whom");
    assertThat(knocks.all()).isEmpty();
    assertThat(hints()).containsExactly("slack.back-usage", "slack.hand-over-usage");
  }

  @Test
  void whoTakesItInADirectMessageReachesTheConversationAndTheButtonGoes()
      throws InterruptedException {
    JsonObject payload = Payloads.tree("button-take-in-direct-message");
    payload.addProperty("response_url", api.answersAt("/respond", okJson("{}")));
    assertThat(events.accept(payload)).isEmpty();
    Knocks.Knock knock = knocks.next();
    assertThat(knock.event()).isInstanceOf(StaffEvent.TookIt.class);
    assertThat(knock.desk().value()).isEqualTo("slack:C0SALES");
    assertThat(knock.thread().value()).isEqualTo(CARD);
    assertThat(api.bodies("/respond"))
        .singleElement()
        .asString()
        .contains("\"replace_original\":true", "Andriy waits")
        .doesNotContain("threadbridge.take");
  }

  @Test
  void anOfferThatIsTakenGoesAwayAndOneThatIsNotKeptStays() throws InterruptedException {
    JsonObject payload = Payloads.tree("button-offer");
    payload.addProperty("response_url", api.answersAt("/respond", okJson("{}")));
    knocks.failNext(
        () -> {
          throw new StoreUnavailable("away");
        });
    assertThatThrownBy(() -> events.accept(payload)).isInstanceOf(StoreUnavailable.class);
    assertThat(api.bodies("/respond")).isEmpty();
    events.accept(payload);
    assertThat(knocks.next().event())
        .isInstanceOfSatisfying(
            StaffEvent.Promised.class,
            promise ->
                assertThat(promise.until()).isEqualTo(Instant.parse("2023-11-14T22:30:00Z")));
    assertThat(api.bodies("/respond")).containsExactly("{\"delete_original\":true}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "https://evil.example/x", "http://hooks.slack.com/x"})
  void nothingIsAnsweredAtAnAddressThatIsNotSlacks(String address) throws InterruptedException {
    JsonObject payload = Payloads.tree("button-offer");
    payload.addProperty("response_url", address);
    assertThat(events.accept(payload)).isEmpty();
    assertThat(knocks.next().event()).isInstanceOf(StaffEvent.Promised.class);
  }

  @Test
  void aCallIsNoVisitorsThreadButEyesOnItClaim() throws InterruptedException {
    told("own-call");
    told("reply-under-a-call");
    told("reply-under-a-call");
    assertThat(knocks.all()).isEmpty();
    assertThat(hints()).containsExactly("slack.only-a-call");
    told("reaction-eyes-on-a-call");
    Knocks.Knock knock = knocks.next();
    assertThat(knock.event()).isInstanceOf(StaffEvent.Claimed.class);
    assertThat(knock.thread().value()).isEqualTo(CARD);
  }

  @Test
  void aCommandOfTheDeskIsAnsweredPrivatelyAsItStands() {
    JsonObject answer = told("command-status").orElseThrow();
    assertThat(commands).containsExactly("slack:C0SALES Anna: take 2h");
    assertThat(SlackJson.text(answer, "response_type")).isEqualTo("ephemeral");
    assertThat(SlackJson.text(answer, "text")).isEqualTo("Anna &amp; Ben are &lt;here&gt;");
    assertThat(answer.getAsJsonArray("blocks").toString())
        .contains("plain_text", "\"emoji\":false");
  }

  @Test
  void inAChannelThatIsNoDeskThereIsNothingToCommand() {
    JsonObject payload = Payloads.tree("command-status");
    payload.addProperty("channel_id", "C0LUNCH");
    assertThat(SlackJson.text(events.accept(payload).orElseThrow(), "text"))
        .isEqualTo("slack.no-desk");
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "T0OTHER, '', slack.not-allowed",
    "T0FIRM, ',\"is_restricted\":true', slack.not-allowed",
  })
  void onlyMembersCommand(String team, String flags, String said) {
    person("U0ANNA", "Anna", flags);
    JsonObject payload = Payloads.tree("command-status");
    payload.addProperty("team_id", team);
    assertThat(SlackJson.text(events.accept(payload).orElseThrow(), "text")).isEqualTo(said);
    assertThat(commands).isEmpty();
  }

  @Test
  void aCommandOfSomebodyWhomSlackDoesNotNameIsToBeTriedAgain() {
    api.answersStatus("users.info", 500);
    person("U0BEN", "Ben", "");
    assertThat(SlackJson.text(told("command-status").orElseThrow(), "text"))
        .isEqualTo("slack.try-again");
  }

  @Test
  void aPressOfAGuestIsToldToTheDoorAsAGuests() throws InterruptedException {
    person("U0ANNA", "Anna", ",\"is_restricted\":true");
    told("menu-back-in");
    assertThat(knocks.next().standing()).isEqualTo(Standing.GUEST);
    assertThat(hints()).containsExactly("slack.not-allowed");
  }
}
