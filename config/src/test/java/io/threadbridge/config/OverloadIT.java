package io.threadbridge.config;

import static io.threadbridge.config.Workspace.ANNA;
import static io.threadbridge.config.Workspace.BEN;
import static io.threadbridge.config.Workspace.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// More visitors come than the staff who are there can serve; one of them says so with `/chat`.
final class OverloadIT {
  /// One person is counted good for three.
  private static final int CAPACITY = 3;

  /// Two seconds are promised on a machine that does nothing else.
  private static final Duration SOON = Duration.ofSeconds(6);

  @AutoClose
  private final Program program = Program.start("--threadbridge.slack.posts-per-second=0");

  private final Workspace workspace = program.workspace();

  @Test
  void whoComesNextGetsTheFormWhoIsThereGoesOnAndTheDeskIsToldWhy() {
    workspace.wish("rates", Map.of("enabled", false));
    waitUntilConnected();
    assertThat(command(ANNA, "on")).startsWith("You count as here until ");
    assertThat(command(BEN, "off")).startsWith("You count as away until ");
    List<VisitorClient> visitors = new ArrayList<>();
    try {
      for (int count = 0; count < CAPACITY; count++) {
        visitors.add(asks("Question " + count));
      }
      Eventually.holds("three are counted", () -> status().contains("3 visitors are waiting."));
      JsonNode _ = visitors.getFirst().availability("chat");

      long asked = System.nanoTime();
      visitors.add(asks("One too many"));
      for (VisitorClient visitor : visitors) {
        JsonNode _ = visitor.availability("form");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON);
      Eventually.holds("the reason", () -> desk().contains("4 visitors are waiting, and 1 of you"));

      String _ = workspace.thread(DESK, "One too many").reply(ANNA, "Here I am.");
      VisitorClient.Line _ = visitors.getLast().hears("staff", "Here I am.");
      Eventually.holds("how long", () -> status().contains("The chat opens at"));
      String _ = command(ANNA, "form off");
      JsonNode _ = visitors.getFirst().availability("chat");
      Eventually.holds("who opened it", () -> desk().contains("Anna has opened the chat"));
    } finally {
      visitors.forEach(VisitorClient::close);
    }
  }

  private VisitorClient asks(String words) {
    VisitorClient visitor = VisitorClient.at(program, "shop");
    int _ = visitor.say(words);
    return visitor;
  }

  private String desk() {
    return workspace.messages(DESK, "").toString();
  }

  private void waitUntilConnected() {
    try (VisitorClient first = asks("Is anybody there?")) {
      String _ = workspace.thread(DESK, "Is anybody there?").reply(ANNA, "Yes.");
      VisitorClient.Line _ = first.hears("staff", "Yes.");
    }
  }

  private String command(String person, String words) {
    return workspace.command(person, DESK, words);
  }

  private String status() {
    return command(ANNA, "status");
  }
}
