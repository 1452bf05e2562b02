package io.threadbridge.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.contract.ManualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see in their home, and who sees nothing.
final class SlackHomeIT {
  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final DeskRef DESK = new DeskRef("slack:C0SALES");
  private static final DeskRef SECRET = new DeskRef("slack:G0BOARD");
  private static final String OK = "{\"ok\":true}";

  private final PretendApi api = new PretendApi();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final SlackWorkspace workspace =
      new SlackWorkspace(api.settings(false), clock, TestWords::everywhere, PATIENCE, PATIENCE);
  private final List<Runnable> waiting = new ArrayList<>();
  private final Knocks knocks = new Knocks();
  private Predicate<DeskRef> figuresAreThere = _ -> true;
  private int png = 1;

  private final SlackEvents events =
      SlackEvents.of(
          workspace,
          new SlackDoors(knocks, (_, _, _) -> "", _ -> true, this::reports),
          TestWords::say,
          Runnable::run,
          waiting::add);

  @BeforeEach
  void everythingWorks() {
    workspace.identity().set(Optional.of(Payloads.SELF));
    person("U0ANNA", "\"team_id\":\"T0FIRM\"");
    channels("C0SALES");
    String upload = api.answersAt("/upload", ok("OK"));
    api.answers(
        "files.getUploadURLExternal",
        "{\"ok\":true,\"upload_url\":\"%s\",\"file_id\":\"F0UP\"}".formatted(upload));
    api.answers(
        "files.completeUploadExternal",
        "{\"ok\":true,\"files\":[{\"id\":\"F0UP\",\"permalink\":\"p\"}]}");
    api.answers(
        "files.info", "{\"ok\":true,\"file\":{\"id\":\"F0UP\",\"mimetype\":\"image/png\"}}");
    api.answers("files.delete", OK);
    api.answers("views.publish", OK);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private void person(String user, String told) {
    api.answersWhere("users.info", "user=" + user, "{\"ok\":true,\"user\":{" + told + "}}");
  }

  private void channels(String id) {
    api.answers("users.conversations", "{\"ok\":true,\"channels\":[{\"id\":\"" + id + "\"}]}");
  }

  private List<Report> reports(Predicate<DeskRef> theirs) {
    if (!figuresAreThere.test(DESK)) {
      throw new StoreUnavailable("away");
    }
    List<Report> reports = new ArrayList<>();
    if (theirs.test(DESK)) {
      reports.add(new Report("Today", "Two people wrote.", List.of()));
      Picture picture = new Picture(new byte[] {(byte) png}, 1, 1, "Tuesday was busy.");
      Report.Shown shown = new Report.Shown(picture, URI.create("https://chat.example/p"));
      reports.add(new Report("The week", "Nine people wrote.", List.of(shown)));
    }
    if (theirs.test(SECRET)) {
      reports.add(new Report("The board's", "Nobody else may know.", List.of()));
    }
    return reports;
  }

  private void opens(String user, String tab) {
    String event =
        "{\"type\":\"app_home_opened\",\"user\":\"%s\",\"channel\":\"D0A\",\"tab\":\"%s\"}"
            .formatted(user, tab);
    JsonObject payload =
        SlackJson.parse("{\"type\":\"event_callback\",\"event\":" + event + "}").orElseThrow();
    assertThat(events.accept(payload)).isEmpty();
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }

  private int published() {
    return api.calls("views.publish").size();
  }

  private String view() {
    return api.calls("views.publish").getLast().getOrDefault("view", "");
  }

  @Test
  void aMemberSeesTheReportsOfTheirDesksWithPicturesAndHowToAskForMore() {
    opens("U0ANNA", "home");

    assertThat(api.calls("views.publish").getFirst()).containsEntry("user_id", "U0ANNA");
    assertThat(view())
        .contains("\"type\":\"home\"", "Two people wrote.", "Nine people wrote.")
        .contains("\"slack_file\":{\"id\":\"F0UP\"}", "Tuesday was busy.", "slack.home-ask")
        .doesNotContain("Nobody else may know.");
    assertThat(api.calls("users.conversations").getFirst())
        .containsEntry("user", "U0ANNA")
        .containsEntry("types", "public_channel,private_channel");
  }

  @Test
  void whoIsInNoDesksChannelReadsAFriendlyLine() {
    channels("C0OTHER");
    opens("U0ANNA", "home");
    assertThat(view()).contains("slack.home-nothing").doesNotContain("wrote");
  }

  @Test
  void laterPagesOfSomebodysChannelsAreReadToo() {
    api.answers(
        "users.conversations",
        "{\"ok\":true,\"channels\":[],\"response_metadata\":{\"next_cursor\":\"two\"}}");
    api.answersWhere(
        "users.conversations", "cursor=two", "{\"ok\":true,\"channels\":[{\"id\":\"G0BOARD\"}]}");
    opens("U0ANNA", "home");
    assertThat(view()).contains("Nobody else may know.").doesNotContain("Nine people");
  }

  @Test
  void aGuestSeesNoFiguresAndAnybodyElseNothingAtAll() {
    person("U0GUEST", "\"team_id\":\"T0FIRM\",\"is_restricted\":true");
    opens("U0GUEST", "home");
    assertThat(view()).contains("slack.home-nothing").doesNotContain("wrote");

    person("U0PARTNER", "\"team_id\":\"T0PARTNER\"");
    person("U0BOT", "\"team_id\":\"T0FIRM\",\"is_bot\":true");
    opens("U0PARTNER", "home");
    opens("U0BOT", "home");
    assertThat(published()).isEqualTo(1);
    assertThat(api.calls("users.conversations")).isEmpty();
  }

  @Test
  void theMessagesOfTheAppAreNoHome() {
    opens("U0ANNA", "messages");
    assertThat(published()).isZero();
  }

  @Test
  void whoOpensItAgainWithinTenSecondsIsAnsweredOnce() {
    opens("U0ANNA", "home");
    clock.advance(SlackHome.SHOWN_FOR.minusMillis(1));
    opens("U0ANNA", "home");
    assertThat(published()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    opens("U0ANNA", "home");
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void aPictureIsBroughtThereOnceAndOldOnesGoWhenThereAreMany() {
    for (int i = 0; i < 3; i++) {
      opens("U0ANNA", "home");
      clock.advance(SlackHome.SHOWN_FOR);
    }
    assertThat(api.posts("/upload")).hasSize(1);
    assertThat(api.calls("files.delete")).isEmpty();

    for (int i = 0; i < SlackPictures.KEPT_MAX; i++) {
      png++;
      opens("U0ANNA", "home");
      clock.advance(SlackHome.SHOWN_FOR);
    }
    assertThat(api.posts("/upload")).hasSize(1 + SlackPictures.KEPT_MAX);
    assertThat(api.calls("files.delete")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files.getUploadURLExternal", "files.completeUploadExternal"})
  void withoutPicturesTheTextIsShown(String method) {
    api.answersStatus(method, 503);
    api.answersStatus("files.info", 503);
    opens("U0ANNA", "home");
    assertThat(view()).contains("Nine people wrote.").doesNotContain("slack_file");
  }

  @Test
  void picturesThatSlackDoesNotShowAreLeftOutAndBroughtAnewTheNextTime() {
    api.answersWhere(
        "views.publish", "slack_file", "{\"ok\":false,\"error\":\"invalid_arguments\"}");
    opens("U0ANNA", "home");
    assertThat(published()).isEqualTo(2);
    assertThat(view()).contains("Nine people wrote.").doesNotContain("slack_file");

    clock.advance(SlackHome.SHOWN_FOR);
    opens("U0ANNA", "home");
    assertThat(api.posts("/upload")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users.conversations", "figures"})
  void whereSomethingIsAwayNothingOfItIsShown(String what) {
    if (what.equals("figures")) {
      figuresAreThere = _ -> false;
    } else {
      api.answersStatus(what, 503);
    }
    opens("U0ANNA", "home");
    assertThat(view()).contains("slack.try-again").doesNotContain("wrote");

    figuresAreThere = _ -> true;
    channels("C0SALES");
    opens("U0ANNA", "home");
    assertThat(view()).contains("Nine people wrote.");
  }

  @Test
  void afterAMistakeOfOursTheNextHomeIsShown() {
    figuresAreThere =
        _ -> {
          throw new IllegalStateException("a mistake");
        };
    opens("U0ANNA", "home");
    assertThat(published()).isZero();

    figuresAreThere = _ -> true;
    opens("U0ANNA", "home");
    assertThat(view()).contains("Nine people wrote.");
  }

  @Test
  void whereSlackDoesNotSayWhoItIsNothingIsShown() {
    api.answersStatus("users.info", 503);
    opens("U0ANNA", "home");
    assertThat(published()).isZero();

    person("U0ANNA", "\"team_id\":\"T0FIRM\"");
    opens("U0ANNA", "home");
    assertThat(view()).contains("Nine people wrote.");
  }

  @Test
  void aHomeThatIsSwitchedOffIsToldWithItsMendAndForgottenWhenItWorks() {
    api.answers("views.publish", "{\"ok\":false,\"error\":\"not_enabled\"}");
    opens("U0ANNA", "home");
    assertThat(workspace.health().facts().troubles())
        .anyMatch(trouble -> trouble.mend().contains("Home Tab"));

    api.answers("views.publish", OK);
    clock.advance(SlackHome.SHOWN_FOR);
    opens("U0ANNA", "home");
    assertThat(workspace.health().facts().troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aHomeThatCannotBeShownNowIsShownToWhoOpensItOnceMore(int status) {
    api.answers("views.publish", aResponse().withStatus(status));
    opens("U0ANNA", "home");
    assertThat(published()).isEqualTo(1);
    assertThat(workspace.health().facts().troubles()).isEmpty();

    opens("U0ANNA", "home");
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void whereTooManyWaitTheOpeningIsForgottenAndNothingElseSuffers() {
    List<Runnable> run = new ArrayList<>();
    SlackHome home =
        new SlackHome(
            workspace,
            this::reports,
            TestWords::say,
            task -> {
              if (run.isEmpty()) {
                run.add(task);
                throw new RejectedExecutionException("full");
              }
              task.run();
            });
    home.opened("U0ANNA", Payloads.SELF);
    assertThat(published()).isZero();
    home.opened("U0ANNA", Payloads.SELF);
    assertThat(published()).isEqualTo(1);
  }
}
