package io.threadbridge.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.slack.SlackHttpEndpoint.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsIT {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_100);
  private static final String JSON = "application/json";

  private final PretendApi api = new PretendApi();
  private final Knocks knocks = new Knocks();
  private final ManualClock clock = new ManualClock(NOW);
  private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
  private final SlackDoors doors =
      new SlackDoors(
          knocks, this::command, desk -> desk.value().equals("slack:C0SALES"), _ -> List.of());
  private final SlackWorkspace workspace;
  private SlackHttpEndpoint endpoint;

  SlackEventsIT() {
    workspace =
        new SlackWorkspace(
            api.settings(false),
            clock,
            TestWords::everywhere,
            Duration.ofMillis(1_500),
            Duration.ofMillis(1_500));
    endpoint = endpoint(Optional.of(Payloads.SELF));
  }

  @BeforeEach
  void people() {
    person("");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private SlackHttpEndpoint endpoint(Optional<SlackIdentity> self) {
    workspace.identity().set(self);
    SlackEvents events =
        SlackEvents.of(workspace, doors, TestWords::say, Runnable::run, Runnable::run);
    return new SlackHttpEndpoint(new SlackRequestVerifier("hush", clock), events);
  }

  private String command(DeskRef desk, Staff staff, String words) {
    commands.add(desk.value() + " " + staff.name() + ": " + words);
    return "Anna & Ben are <here>";
  }

  private void person(String more) {
    api.answers(
        "users.info",
        """
        {"ok":true,"user":{"id":"U0ANNA","team_id":"T0FIRM","name":"anna","real_name":"Anna Berg",
         "profile":{"display_name":"Anna","image_192":"https://avatars.slack-edge.com/a_192.png",
         "image_72":"https://avatars.slack-edge.com/a_72.png"},"is_bot":false%s}}\
        """
            .formatted(more));
  }

  private Answer told(String body, String contentType, Map<String, String> more) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String time = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", contentType);
    headers.put("X-Slack-Request-Timestamp", time);
    headers.put("X-Slack-Signature", signature(time, bytes));
    return endpoint.handle(bytes, headers);
  }

  private Answer told(String payload) {
    return told(Payloads.text(payload), JSON, Map.of());
  }

  private static String signature(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("hush".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aReplyComesToTheDoorWithNameAndPhoto() throws InterruptedException {
    assertThat(told("reply").status()).isEqualTo(200);
    Knocks.Knock knock = knocks.next();
    assertThat(knock.desk().value()).isEqualTo("slack:C0SALES");
    assertThat(knock.thread().value()).isEqualTo("1700000000.000100");
    assertThat(knock.standing()).isEqualTo(Standing.MEMBER);
    assertThat(knock.event())
        .isInstanceOfSatisfying(
            StaffEvent.Wrote.class,
            wrote -> {
              assertThat(wrote.text()).isEqualTo("We have it in blue.");
              assertThat(wrote.staff().id()).isEqualTo("slack:U0ANNA");
              assertThat(wrote.staff().name()).isEqualTo("Anna");
              assertThat(wrote.staff().photo())
                  .contains(URI.create("https://avatars.slack-edge.com/a_192.png"));
            });
  }

  @Test
  void anOlderEditThatComesLateIsDropped() {
    String newer = Payloads.text("edited");
    String older = newer.replace("1700000060.000000", "1700000059.999999");
    String newest = newer.replace("1700000060.000000", "1700000060.000001");

    assertThat(told(newer, JSON, Map.of()).status()).isEqualTo(200);
    assertThat(told(older, JSON, Map.of()).status()).isEqualTo(200);
    assertThat(told(newer, JSON, Map.of("x-slack-retry-num", "1")).status()).isEqualTo(200);
    assertThat(told(newest, JSON, Map.of()).status()).isEqualTo(200);

    assertThat(knocks.all().stream().map(knock -> knock.event().at()))
        .containsExactly(
            Instant.ofEpochSecond(1_700_000_060),
            Instant.ofEpochSecond(1_700_000_060),
            Instant.ofEpochSecond(1_700_000_060, 1_000));
  }

  @Test
  void anEditThatCouldNotBeKeptOvertakesNothing() {
    knocks.failNext(
        () -> {
          throw new StoreUnavailable("away");
        });
    String newer = Payloads.text("edited");
    String older = newer.replace("1700000060.000000", "1700000059.999999");

    assertThat(told(newer, JSON, Map.of()).status()).isEqualTo(503);
    assertThat(told(older, JSON, Map.of()).status()).isEqualTo(200);
    assertThat(knocks.all()).hasSize(1);
  }

  @Test
  void whatSlackSendsAgainComesAgainUnderTheSameName() throws InterruptedException {
    told("reply");
    Answer again = told(Payloads.text("reply-retried"), JSON, Map.of("x-slack-retry-num", "1"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(knocks.next().id()).isEqualTo(knocks.next().id());
  }

  @Test
  void aReplayIsRefusedButNotWhatHadToComeAgain() {
    knocks.failNext(
        () -> {
          throw new StoreUnavailable("away");
        });
    assertThat(told("reply").status()).isEqualTo(503);
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(told("reply").status()).isEqualTo(401);
    assertThat(knocks.all()).hasSize(1);
  }

  @Test
  void nothingIsTakenInBeforeSlackHasSaidWhoWeAre() {
    endpoint = endpoint(Optional.empty());
    assertThat(told("own-reply").status()).isEqualTo(503);
  }

  @Test
  void slackIsAnsweredItsChallenge() {
    Answer answer = told("{\"type\":\"url_verification\",\"challenge\":\"3eZb\"}", JSON, Map.of());
    assertThat(answer).isEqualTo(new Answer(200, "text/plain; charset=utf-8", "3eZb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "{\"type\":"})
  void whatCannotBeReadIsABadRequest(String body) {
    assertThat(told(body, JSON, Map.of()).status()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLongOrUnsignedIsRefused() {
    byte[] large = new byte[SlackHttpEndpoint.BODY_BYTES_MAX + 1];
    assertThat(endpoint.handle(large, Map.of()).status()).isEqualTo(413);
    assertThat(endpoint.handle(new byte[1], Map.of()).status()).isEqualTo(401);
  }

  @Test
  void aButtonComesInAFormAndIsADeed() throws InterruptedException {
    String form =
        "payload=" + URLEncoder.encode(Payloads.text("button-claim"), StandardCharsets.UTF_8);
    assertThat(told(form, "application/x-www-form-urlencoded", Map.of()).status()).isEqualTo(200);
    assertThat(knocks.next().event()).isInstanceOf(StaffEvent.Claimed.class);
  }

  @Test
  void aSlashCommandComesAsAFormAndIsAnsweredAtOnce() {
    String form =
        "token=legacy&team_id=T0FIRM&channel_id=C0SALES&user_id=U0ANNA&command=%2Fchat"
            + "&text=take+2h%21&trigger_id=1.4.abc&broken=%zz";
    Answer answer = told(form, "application/x-www-form-urlencoded", Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(answer.body()).contains("\"response_type\":\"ephemeral\"");
    assertThat(commands).containsExactly("slack:C0SALES Anna: take 2h!");
  }

  @ParameterizedTest
  @CsvSource({
    "',\"is_restricted\":true', GUEST",
    "',\"is_ultra_restricted\":true', GUEST",
    "',\"is_stranger\":true', EXTERNAL",
    "',\"deleted\":true', EXTERNAL",
    "',\"is_bot\":true', BOT",
    "',\"team_id\":\"T0OTHER\"', EXTERNAL",
  })
  void whoIsNoFullMemberIsNamedSo(String flags, Standing standing) throws InterruptedException {
    api.answers(
        "users.info",
        "{\"ok\":true,\"user\":{\"id\":\"U0ANNA\""
            + (flags.contains("team_id") ? "" : ",\"team_id\":\"T0FIRM\"")
            + flags
            + "}}");
    assertThat(told("reply").status()).isEqualTo(200);
    assertThat(knocks.next().standing()).isEqualTo(standing);
  }

  @Test
  void anOutsiderIsToldOnceInAThread() {
    api.answers("chat.postEphemeral", "{\"ok\":true}");
    assertThat(told("external-person").status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(told("external-person").status()).isEqualTo(200);
    assertThat(api.calls("chat.postEphemeral")).hasSize(1);
    assertThat(api.calls("users.info")).isEmpty();
    assertThat(knocks.all()).extracting(Knocks.Knock::standing).containsOnly(Standing.EXTERNAL);
  }

  @Test
  void wordsOfSomebodyWhomSlackDoesNotNameMustComeAgain() {
    api.answersStatus("users.info", 500);
    assertThat(told("reply").status()).isEqualTo(503);
    assertThat(knocks.all()).isEmpty();
    api.answers(
        "users.info", "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\"}");
    assertThat(told("reply").status()).isEqualTo(503);
    assertThat(workspace.health().facts().troubles())
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.mend()).contains("users:read"));
  }

  @Test
  void aPersonIsLookedUpOnceInTenMinutesAndAnewWhenChanged() {
    told("reply");
    told("edited");
    assertThat(api.calls("users.info")).hasSize(1);
    told("user-change");
    told("button-claim");
    assertThat(api.calls("users.info")).hasSize(2);
    clock.advance(SlackPeople.KEEP);
    told("reaction-eyes-on-a-reply");
    assertThat(api.calls("users.info")).hasSize(3);
  }

  @Test
  void aDeletionNeedsNoLookUpAndFindsItsThreadByWhatWasSeen() throws InterruptedException {
    told("reply");
    knocks.next();
    api.answersStatus("users.info", 500);
    assertThat(told("deleted-without-before").status()).isEqualTo(200);
    Knocks.Knock knock = knocks.next();
    assertThat(knock.thread().value()).isEqualTo("1700000000.000100");
    assertThat(knock.event())
        .isInstanceOfSatisfying(
            StaffEvent.Deleted.class,
            deleted -> assertThat(deleted.post()).isEqualTo(new PostRef("1700000050.000200")));
  }

  @Test
  void aReactionOnAReplyFindsItsThreadBySlack() throws InterruptedException {
    api.answers(
        "conversations.replies",
        """
        {"ok":true,"messages":[{"ts":"1700000050.000200","thread_ts":"1700000000.000100",
         "parent_user_id":"U0BRIDGE","user":"U0ANNA"}]}\
        """);
    assertThat(told("reaction-eyes-on-a-reply").status()).isEqualTo(200);
    assertThat(knocks.next().thread().value()).isEqualTo("1700000000.000100");
  }

  @Test
  void aReactionElsewhereIsDroppedAndOneThatCannotBePlacedComesAgain() {
    api.answers(
        "conversations.replies", "{\"ok\":true,\"messages\":[{\"ts\":\"1700000050.000200\"}]}");
    assertThat(told("reaction-eyes-on-a-reply").status()).isEqualTo(200);
    api.answersStatus("conversations.replies", 500);
    assertThat(told("reaction-eyes").status()).isEqualTo(503);
    assertThat(knocks.all()).isEmpty();
  }

  @Test
  void ourOwnPostIsEvidenceAndAThreadOfSomebodyElsesIsDropped() {
    assertThat(told("own-reply").status()).isEqualTo(200);
    assertThat(workspace.ownPosts().carrying("c1:7.1")).isPresent();
    assertThat(told("reply-in-somebody-elses-thread").status()).isEqualTo(200);
    assertThat(knocks.all()).isEmpty();
    assertThat(api.calls("users.info")).isEmpty();
  }

  @Test
  void slacksClockAheadOfOursMakesNoFuture() throws InterruptedException {
    clock.set(Instant.ofEpochSecond(1_700_000_000));
    told("reply");
    assertThat(knocks.next().event().at()).isEqualTo(clock.instant());
  }

  @Test
  void aFaultOfOursIsNotAcknowledged() {
    knocks.failNext(
        () -> {
          throw new IllegalStateException("a fault");
        });
    assertThatThrownBy(() -> told("reply")).isInstanceOf(IllegalStateException.class);
  }
}
