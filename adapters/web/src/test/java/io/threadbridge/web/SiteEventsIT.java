package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every open widget learns whether its site takes visitors, with a conversation and without.
@Timeout(30)
class SiteEventsIT {
  private static final Instant TOMORROW = Instant.parse("2026-03-10T07:00:00Z");

  private Program program;
  private World world;
  private WebClient web;

  @BeforeEach
  void start() {
    program = new Program(World.LIMITS);
    world = program.world;
    web = new WebClient(program.url);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  private HttpResponse<InputStream> events(String... headers)
      throws IOException, InterruptedException {
    return web.http.send(
        web.request("sites/shop/events", headers).build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static JsonNode next(Scanner lines) {
    String line = lines.nextLine();
    while (!line.startsWith("data:")) {
      line = lines.nextLine();
    }
    return JsonMapper.builder().build().readTree(line.substring(5));
  }

  private static void assertForm(JsonNode frame) {
    assertThat(frame.path("mode").stringValue("")).isEqualTo("form");
    assertThat(frame.path("open").booleanValue()).isFalse();
    assertThat(frame.path("opens").stringValue("")).isEqualTo(TOMORROW.toString());
  }

  @Test
  void aWidgetWithoutAConversationHearsOfEachChangeAndOfNothingElse()
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = events();
    assertThat(answer.statusCode()).isEqualTo(200);
    try (Scanner lines = new Scanner(answer.body(), StandardCharsets.UTF_8)) {
      assertThat(next(lines).path("mode").stringValue("")).isEqualTo("chat");
      world.openings.closeUntil(TOMORROW);
      assertForm(next(lines));
      world.beatAfter(VisitorSession.BEAT);
      assertThat(next(lines).path("type").stringValue("")).isEqualTo("pong");
      world.openings.open();
      assertThat(next(lines).path("mode").stringValue("")).isEqualTo("chat");
      assertThat(world.connections.size()).isEqualTo(1);
    }
  }

  @Test
  void aWidgetThatWentAwayIsNoticedAndCountedNoMore() throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = events();
    Eventually.holds(() -> world.connections.size() == 1);
    answer.body().close();
    Eventually.holds(
        () -> {
          world.beatAfter(VisitorSession.BEAT);
          return world.connections.size() == 0;
        });
  }

  @Test
  void aSiteIsWatchedOnceHoweverManyLinesItHas() throws IOException, InterruptedException {
    try (InputStream _ = events().body();
        InputStream _ = events().body()) {
      SocketClient tab = web.tab(web.open(), 0);
      tab.next("availability");
      assertThat(world.openings.watched()).isEqualTo(1);
      assertThat(world.connections.size()).isEqualTo(3);
    }
  }

  @Test
  void anOpenConversationHearsOfItOnItsOwnLine() {
    SocketClient tab = web.tab(web.open(), 0);
    assertThat(tab.next("availability").path("mode").stringValue("")).isEqualTo("chat");
    world.openings.closeUntil(TOMORROW);
    assertForm(tab.next("availability"));
    world.openings.closeUntil(TOMORROW);
    assertThat(tab.rest()).isEmpty();
    world.openings.open();
    assertThat(tab.next("availability").path("open").booleanValue()).isTrue();
  }

  @Test
  void theSiteSaysItBeforeTheFirstWord() {
    world.openings.closeUntil(TOMORROW);
    assertForm(WebClient.json(web.get("sites/shop")).path("availability"));
  }

  @Test
  void foreignPagesAndUnknownSitesGetNothing() throws IOException, InterruptedException {
    assertThat(events("Origin", "https://club.example").statusCode()).isEqualTo(403);
    assertThat(web.get("sites/nowhere/events").statusCode()).isEqualTo(404);
    assertThat(world.connections.size()).isZero();
  }

  @Test
  void theInstanceThatStopsEndsTheStreams() throws IOException, InterruptedException {
    try (Scanner lines = new Scanner(events().body(), StandardCharsets.UTF_8)) {
      next(lines);
      world.connections.endAll();
      assertThat(lines.hasNextLine() && !lines.nextLine().isEmpty()).isFalse();
    }
    Eventually.holds(() -> world.connections.size() == 0);
  }
}
