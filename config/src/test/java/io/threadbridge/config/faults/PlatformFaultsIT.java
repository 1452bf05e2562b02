package io.threadbridge.config.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Slack is busy, slow, away, or lies about what it has done; its events come twice or in the wrong
/// order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlatformFaultsIT {
  private static final String POST = "chat.postMessage";

  private static final Traffic.Plan PLAN =
      new Traffic.Plan(12, Duration.ofMillis(250), 8, Duration.ofMillis(300), false);

  private final Slack slack = new Slack();
  private Home home;
  private Program program;

  @BeforeAll
  void start(@TempDir Path directory) {
    home = new Home(directory.resolve("data"));
    program = new Program(directory, "program", slack, "--threadbridge.data-dir=" + home.path());
    program.start();
  }

  @AfterAll
  void end() {
    program.close();
    home.close();
    slack.close();
  }

  @AfterEach
  void endFaults() {
    slack.clearFaults();
  }

  @Test
  void aBusySlackIsWaitedForAsLongAsItSays() {
    slack.fault(Map.of("kind", "rate_limited", "method", POST, "times", 3, "retry_after", 2));
    try (Traffic traffic = traffic("busy", 3)) {
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
    assertThat(slack.plannedFaults()).isZero();
  }

  @Test
  void whatFailedBeforeItWasDoneIsDoneOnce() {
    slack.fault("server_error", POST, 2);
    slack.fault("drop", POST, 2);
    slack.fault(Map.of("kind", "error", "method", POST, "error", "internal_error", "times", 2));
    slack.fault("server_error", "conversations.replies", 2);
    try (Traffic traffic = traffic("before", 4)) {
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
  }

  @Test
  void whatWasDoneThoughTheAnswerLiedIsNotDoneAgain() {
    for (String lie :
        List.of(
            "commit_drop",
            "commit_server_error",
            "commit_html",
            "commit_empty",
            "commit_malformed")) {
      slack.fault(lie, POST, 2);
    }
    try (Traffic traffic = traffic("after", 4)) {
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
    assertThat(slack.plannedFaults()).isZero();
  }

  @Test
  void aLieIsFoundOutThoughNoEventTellsOfThePost() {
    slack.wish("disconnect", Map.of("reason", "refresh_requested", "close_after_millis", 0));
    slack.fault("drop", "apps.connections.open", 3);
    slack.fault("commit_drop", POST, 4);
    slack.fault("commit_html", POST, 4);
    try (Traffic traffic = traffic("deaf", 4)) {
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
  }

  @Test
  void aSlackThatAnswersAfterTheLimitHasStillDoneItOnce() {
    slack.fault(Map.of("kind", "delay", "method", POST, "millis", 12_000, "times", 2));
    try (Traffic traffic = traffic("slow", 3)) {
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
    assertThat(slack.plannedFaults()).isZero();
  }

  @Test
  void eventsThatComeTwiceUnderNewNamesOverLinesThatBreakCountOnce() {
    slack.wish("events", Map.of("duplicate", 40, "noise", true));
    try (Traffic traffic = traffic("twice", 3)) {
      Until.yes("traffic", () -> traffic.accepted() > 6, program::lastWords);
      slack.wish("disconnect", Map.of());
      Until.yes("more traffic", () -> traffic.accepted() > 20, program::lastWords);
      slack.wish("disconnect", Map.of());
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
  }

  @Test
  void anEditThatComesBeforeItsPostIsWhatTheVisitorReads() {
    Supplier<URI> place = program::address;
    try (Visitor visitor = new Visitor("edited1", place, 1, Duration.ofSeconds(1))) {
      Until.yes("a card", () -> slack.cards().containsKey("edited1"), program::lastWords);
      String thread = slack.cards().getOrDefault("edited1", List.of()).getFirst();
      slack.wish("events", Map.of("reverse", 2));
      String post = slack.answer(thread, "Wrong");
      slack.wish("edit", Map.of("as", "U0ANNA", "ts", post, "text", "Right"));
      Until.yes("the answer", () -> !visitor.heard().isEmpty(), program::lastWords);
      String _ = slack.answer(thread, "The end");
      Until.yes("the end", () -> visitor.heard().contains("The end"), program::lastWords);

      assertThat(visitor.heard()).containsExactly("Right", "The end");
    }
  }

  @Test
  void aSlackThatIsAwayForHalfAMinuteGetsEverythingAfterwards() {
    try (Traffic traffic = traffic("away", 4)) {
      Until.yes("traffic", () -> traffic.accepted() > 8, program::lastWords);
      slack.fault("drop", "", 100_000);
      slack.wish("disconnect", Map.of());
      Until.over(Duration.ofSeconds(30));
      slack.clearFaults();
      traffic.assertAllCameOnceAndInOrder(program::lastWords);
    }
  }

  private Traffic traffic(String name, int visitors) {
    return new Traffic(slack, name, Collections.nCopies(visitors, program::address), PLAN);
  }
}
