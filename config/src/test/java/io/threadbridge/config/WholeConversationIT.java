package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.BEN;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.config.VisitorClient.Line;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Whole conversations through program, Redis and sandbox: what a visitor says and reads, and what
/// the staff see and do. One program for all; each story has a visitor and a thread of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WholeConversationIT {
  private static final Duration QUICK_HOLD = Duration.ofSeconds(2);

  /// The promise is one second on a machine that does nothing else.
  private static final Duration SOON = Duration.ofSeconds(5);

  @AutoClose
  private final Program program =
      Program.start(
          "--threadbridge.slack.posts-per-second=0",
          "--threadbridge.sites.shop.origins={address}",
          "--threadbridge.sites.shop.desk=slack:" + DESK,
          "--threadbridge.sites.shop.timers.first-hold=10m",
          "--threadbridge.sites.quick.origins={address}",
          "--threadbridge.sites.quick.desk=slack:" + DESK,
          "--threadbridge.sites.quick.timers.first-hold=" + QUICK_HOLD.toSeconds() + "s");

  private final Workspace workspace = program.workspace();

  @BeforeAll
  void liftTheSandboxesRatesAndWarmUp() {
    workspace.wish("rates", Map.of("enabled", false));
    try (VisitorClient first = visitor()) {
      int _ = first.say("Warm the engine.");
      String _ = workspace.thread(DESK, "Warm the engine.").reply(ANNA, "Warm.");
      Line _ = first.hears("staff", "Warm.");
    }
  }

  private VisitorClient visitor() {
    return VisitorClient.at(program, "shop");
  }

  @Test
  void aHelloIsACardSoonAndTheAnswerComesBackSoonWithNameAndPhoto() {
    try (VisitorClient visitor = visitor()) {
      long asked = System.nanoTime();
      int seq = visitor.say("Do you sell A5 paper?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Do you sell A5 paper?");
      long answered = System.nanoTime();
      String _ = thread.reply(ANNA, "Yes, we do.");
      Line answer = visitor.hears("staff", "Yes, we do.");
      long heard = System.nanoTime();

      assertThat(Duration.ofNanos(answered - asked)).isLessThan(SOON);
      assertThat(Duration.ofNanos(heard - answered)).isLessThan(SOON);
      assertThat(answer.name()).isEqualTo("Anna");
      assertThat(isPicture(answer.photo())).as(answer.photo()).isTrue();
      visitor.delivered(seq);
      JsonNode _ = visitor.phase("answered");
      thread.cardShows("Answered by Anna");
    }
  }

  @Test
  void ofTheProgramItselfOnlyHealthAndFiguresAreShown() {
    assertThat(status("/actuator/prometheus")).isEqualTo(200);
    assertThat(status("/actuator")).isEqualTo(404);
    assertThat(status("/actuator/env")).isEqualTo(404);
    assertThat(status("/actuator/metrics")).isEqualTo(404);
    assertThat(program.health().path("components").propertyNames())
        .containsExactlyInAnyOrder(
            "calendarWatch",
            "livenessState",
            "observations",
            "outwardWatch",
            "readinessState",
            "slackWatch",
            "teamsWatch");
  }

  private int status(String path) {
    HttpRequest request = HttpRequest.newBuilder(program.address().resolve(path)).build();
    return Program.send(program.http(), request).statusCode();
  }

  private boolean isPicture(String photo) {
    HttpRequest request = HttpRequest.newBuilder(program.address().resolve(photo)).build();
    HttpResponse<String> answer = Program.send(program.http(), request);
    return answer.statusCode() == 200
        && answer.headers().firstValue("Content-Type").orElse("").startsWith("image/");
  }

  @Test
  void everyWordReachesTheOtherSideInOrder() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Word 0.");
      Workspace.DeskThread thread = workspace.thread(DESK, "Word 0.");
      for (int word = 1; word < 8; word++) {
        int _ = visitor.say("Word " + word + ".");
        String _ = thread.reply(word % 2 == 0 ? ANNA : BEN, "Echo " + word + ".");
      }
      JsonNode _ = thread.relayed("Word 7.");
      Line _ = visitor.hears("staff", "Echo 7.");

      assertThat(visitor.fromStaff())
          .containsExactly(
              "Echo 1.", "Echo 2.", "Echo 3.", "Echo 4.", "Echo 5.", "Echo 6.", "Echo 7.");
      String posts = thread.messages().stream().skip(1).toList().toString();
      for (int word = 1; word < 8; word++) {
        assertThat(posts).containsOnlyOnce("\"text\":\"Word " + word + ".\"");
        assertThat(posts.indexOf("\"text\":\"Word " + word + ".\""))
            .isGreaterThan(posts.indexOf("\"text\":\"Word " + (word - 1) + ".\""));
      }
      assertThat(visitor.lines().stream().map(Line::seq)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void aClaimByTheButtonIsSeenByTheVisitorAndOnTheCard() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Is anybody there?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Is anybody there?");
      thread.press(ANNA, "threadbridge.claim");

      JsonNode state = visitor.phase("claimed");
      assertThat(state.path("with").path("name").stringValue()).isEqualTo("Anna");
      thread.cardShows("Anna is on it");
      assertThat(visitor.fromStaff()).isEmpty();
    }
  }

  @Test
  void editsAndDeletesOfTheStaffFollowToTheVisitor() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("What does the cup cost?");
      Workspace.DeskThread thread = workspace.thread(DESK, "What does the cup cost?");
      String price = thread.reply(ANNA, "It is 82 €.");
      String mistake = thread.reply(ANNA, "Wrong window.");
      Line first = visitor.hears("staff", "It is 82 €.");
      Line _ = visitor.hears("staff", "Wrong window.");

      thread.edit(ANNA, price, "It is 28 €.");
      thread.delete(ANNA, mistake);

      Line second = visitor.hears("staff", "It is 28 €.");
      assertThat(second.seq()).isEqualTo(first.seq());
      Eventually.holds("one line left", () -> visitor.fromStaff().equals(List.of("It is 28 €.")));
      try (VisitorClient again = visitor.again()) {
        Line _ = again.hears("staff", "It is 28 €.");
        assertThat(again.fromStaff()).containsExactly("It is 28 €.");
      }
    }
  }

  @Test
  void editsAndDeletesOfTheVisitorFollowToTheThread() {
    try (VisitorClient visitor = visitor()) {
      int first = visitor.say("I want the blue notebok.");
      Workspace.DeskThread thread = workspace.thread(DESK, "I want the blue notebok.");
      int second = visitor.say("And a pencle.");
      int third = visitor.say("My number is 040 123.");
      JsonNode _ = thread.relayed("And a pencle.");
      JsonNode _ = thread.relayed("My number is 040 123.");

      visitor.edit(first, "I want the blue notebook.");
      visitor.edit(second, "And a pencil.");
      visitor.delete(third);

      thread.cardShows("I want the blue notebook.");
      JsonNode _ = thread.relayed("And a pencil.");
      Eventually.holds(
          "the number is gone", () -> !thread.messages().toString().contains("040 123"));
      assertThat(thread.messages().toString()).doesNotContain("notebok.").doesNotContain("pencle");
    }
  }

  @Test
  void notesNeverArriveAndGetALock() {
    List<String> notes =
        List.of(
            "// he is a regular",
            "🔒 do not give a discount",
            "NOTE: check the shelf",
            "huom: tarkista varasto",
            "Нотатка: перевірити склад",
            "Notiz: Lager prüfen",
            "note\nthe whole of it");
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Do you have any left?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Do you have any left?");
      List<String> posts = notes.stream().map(note -> thread.reply(ANNA, note)).toList();
      String _ = thread.reply(ANNA, "Yes, two.\n// keep one for Ben");
      Line _ = visitor.hears("staff", "Yes, two.");

      assertThat(visitor.fromStaff()).containsExactly("Yes, two.");
      for (String post : posts) {
        Eventually.holds("a lock on " + post, () -> thread.reactions(post).contains("lock"));
      }
    }
  }

  @Test
  void guestsExternalsAndOtherBotsNeverArrive() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Who answers here?");
      Workspace.DeskThread thread = workspace.thread(DESK, "Who answers here?");
      String _ = thread.reply(Workspace.GUEST, "I am only a guest.");
      String _ = thread.reply(Workspace.STRANGER, "I am of another firm.");
      String _ = thread.reply(Workspace.OTHER_BOT, "I am a machine.");
      String _ = thread.reply(ANNA, "A person of the firm.");
      Line _ = visitor.hears("staff", "A person of the firm.");

      assertThat(visitor.fromStaff()).containsExactly("A person of the firm.");
    }
  }

  @Test
  void aVisitorsWordsNeitherPingNorFormat() {
    String hostile =
        "<!channel> <@U0ANNA> @everyone *bold* _slanted_ :tada: <https://evil.example|ok>";
    Map<String, Object> person = Map.of("name", "<!here> *Anna* :crown:");
    try (VisitorClient visitor = VisitorClient.named(program, "shop", person)) {
      int _ = visitor.say("1 " + hostile);
      Workspace.DeskThread thread = workspace.thread(DESK, "1 <!channel>");
      int _ = visitor.say("2 " + hostile);
      JsonNode reply = thread.relayed("2 <!channel>");

      List<JsonNode> plain = new ArrayList<>();
      for (JsonNode post : List.of(thread.card(), reply)) {
        assertHarmless(Workspace.text(post.path("text")));
        assertHarmless(post.path("blocks"), plain);
      }
      assertThat(plain.stream().map(text -> text.path("text").stringValue("")))
          .contains("1 " + hostile, "2 " + hostile)
          .filteredOn(text -> text.contains("<!here> *Anna*"))
          .isNotEmpty();
      assertThat(plain).allMatch(text -> !text.path("emoji").booleanValue(true));
    }
  }

  /// Walks through blocks: what is no plain text must not hold anything that acts; the plain texts
  /// are collected.
  private static void assertHarmless(JsonNode node, List<JsonNode> plain) {
    if (node.path("type").stringValue("").equals("plain_text")) {
      plain.add(node);
    } else if (node.isString()) {
      assertHarmless(node.stringValue());
    } else {
      assertThat(node.path("type").stringValue("")).isNotIn("broadcast", "user", "emoji", "link");
      node.values().forEach(value -> assertHarmless(value, plain));
    }
  }

  private static void assertHarmless(String acting) {
    assertThat(acting).doesNotContain("<!c", "<!h", "<@", "@everyone", "<http");
  }

  @Test
  void theVisitorIsNotLeftInSilence() {
    try (VisitorClient visitor = VisitorClient.at(program, "quick")) {
      int seq = visitor.say("Hello? Is this thing on?");
      Line hold = visitor.hearsFrom("bridge");
      Line said = visitor.lines().getFirst();

      assertThat(said.seq()).isEqualTo(seq);
      assertThat(hold.text()).startsWith("Thank you for your message.");
      assertThat(Duration.between(said.at(), hold.at())).isGreaterThanOrEqualTo(QUICK_HOLD);
      Workspace.DeskThread thread = workspace.thread(DESK, "Hello? Is this thing on?");
      assertThat(thread.messages().toString()).doesNotContain("Thank you for your message.");
    }
  }

  @Test
  void theStaffCloseByTheButtonAndTheVisitorReopensByWriting() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("When do you open?");
      Workspace.DeskThread thread = workspace.thread(DESK, "When do you open?");
      String _ = thread.reply(BEN, "At ten.");
      Line _ = visitor.hears("staff", "At ten.");
      thread.press(BEN, "threadbridge.close");
      JsonNode _ = visitor.phase("closed");
      thread.cardShows("Closed by the team");

      int again = visitor.say("And on Sundays?");
      visitor.delivered(again);
      JsonNode _ = visitor.phase("waiting");
      JsonNode _ = thread.relayed("And on Sundays?");
      thread.cardShows("Waiting again; Ben had it before");
      Eventually.holds(
          "Ben is told",
          () ->
              workspace
                  .messages("D0BEN", "")
                  .toString()
                  .contains("has written again in a conversation that you had"));
    }
  }

  @Test
  void theStaffCloseByACheckMarkOnTheCard() {
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Thanks, that was all I wanted to ask.");
      Workspace.DeskThread thread = workspace.thread(DESK, "Thanks, that was all I wanted to ask.");
      thread.react(ANNA, thread.root(), "white_check_mark");

      JsonNode _ = visitor.phase("closed");
      thread.cardShows("Closed by the team");
    }
  }

  @Test
  void aReplyInAThreadThatIsNotOursIsDropped() {
    String talk = workspace.post(BEN, DESK, "Who has the keys?");
    Workspace.DeskThread theirs = workspace.new DeskThread(DESK, talk);
    String note = theirs.reply(ANNA, "// I do.");
    try (VisitorClient visitor = visitor()) {
      int _ = visitor.say("Are my words alone here?");
      Workspace.DeskThread ours = workspace.thread(DESK, "Are my words alone here?");
      String _ = theirs.reply(ANNA, "In my drawer.");
      String _ = ours.reply(ANNA, "Quite alone.");
      Line _ = visitor.hears("staff", "Quite alone.");

      assertThat(visitor.fromStaff()).containsExactly("Quite alone.");
      assertThat(theirs.reactions(note)).isEmpty();
      assertThat(theirs.messages()).hasSize(3);
      Eventually.holds(
          "nothing waits to be acknowledged",
          () -> workspace.get("counters").path("waiting").intValue(0) == 0);
    }
  }

  /// The post's answer is lost, so for a second nobody but Slack knows that it is there: the
  /// sandbox's Ben answers in that second.
  @Test
  void aReplyToACardThatNoConversationOwnsYetIsKeptAndDelivered() {
    workspace.wish("auto-answer", Map.of("user", BEN, "per_post", 1, "roots", true));
    workspace.wish(
        "faults",
        Map.of("kind", "commit_drop", "method", "chat.postMessage", "channel", DESK, "times", 1));
    try (VisitorClient visitor = visitor()) {
      int seq = visitor.say("Is my card lost?");
      Line answer = visitor.hearsFrom("staff");
      workspace.wish("auto-answer", Map.of("user", ""));

      assertThat(answer.text()).startsWith("Answer 1 to");
      assertThat(answer.name()).isEqualTo("Ben");
      visitor.delivered(seq);
      assertThat(visitor.fromStaff()).hasSize(1);
      long cards =
          workspace.messages(DESK, "").stream()
              .filter(message -> message.toString().contains("Is my card lost?"))
              .count();
      assertThat(cards).isEqualTo(1);
    }
  }
}
