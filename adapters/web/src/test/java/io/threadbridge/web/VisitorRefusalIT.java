package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.web.WebClient.Opened;
import io.threadbridge.web.wire.FrameCodec;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VisitorRefusalIT {
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

  private static void assertRefused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(WebClient.json(answer).path("reason").stringValue("")).isEqualTo(reason);
    assertThat(answer.body()).doesNotContain("io.threadbridge").doesNotContain("Exception");
  }

  @Test
  void aSiteSaysWhatItIsLikeAndAnUnknownOneIsNamed() {
    HttpResponse<String> site = web.get("sites/shop");
    assertThat(site.statusCode()).isEqualTo(200);
    assertThat(WebClient.json(site).path("title").stringValue("")).isEqualTo("Boats & Co");
    assertRefused(web.get("sites/nowhere"), 404, "unknown");
    assertRefused(web.open("nowhere", program.url.toString()), 404, "unknown");
  }

  @Test
  void foreignPagesGetNothing() {
    assertRefused(web.open("shop", "https://evil.example"), 403, "origin");
    assertRefused(web.open("shop", "https://club.example"), 403, "origin");
    assertRefused(web.get("sites/shop", "Origin", "https://evil.example"), 403, "origin");
    assertRefused(web.post("conversations", "{\"site\":\"shop\"}"), 403, "origin");
    assertThatThrownBy(() -> web.socket("https://evil.example"))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    Opened opened = web.open();
    SocketClient ofAnotherSite = web.socket("https://club.example");
    ofAnotherSite.hello(opened.token(), 0);
    assertThat(ofAnotherSite.closeCode()).isEqualTo(4403);
  }

  @Test
  void aPageOfTheSiteMayReadTheAnswersItself() {
    HttpResponse<String> answer = web.open("shop", "https://shop.example");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://shop.example");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void bodiesAreReadNoFurtherThanTheirLimit() {
    String own = program.url.toString();
    assertRefused(
        web.post("conversations", "x".repeat(FrameCodec.REQUEST_MAX + 1), "Origin", own),
        413,
        "too-long");
    assertRefused(web.post("conversations", "[1]", "Origin", own), 400, "malformed");
    assertRefused(web.post("conversations", "{}", "Origin", own), 400, "malformed");
    String token = "Bearer " + web.open().token();
    assertRefused(
        web.post("frames", "x".repeat(FrameCodec.FRAME_MAX + 1), "Authorization", token),
        413,
        "too-long");
    assertRefused(web.post("frames", "{\"type\":\"x\"}", "Authorization", token), 400, "malformed");
  }

  @Test
  void aTokenThatOpensNothingIsSentAway() {
    SocketClient tab = web.socket(program.url.toString());
    tab.hello("wrong", 0);
    assertThat(tab.next().path("reason").stringValue("")).isEqualTo("expired");
    assertThat(tab.closeCode()).isEqualTo(4401);
    assertRefused(web.get("events?after=0"), 401, "expired");
    assertRefused(web.get("events?after=0", "Authorization", "Bearer wrong"), 401, "expired");
    assertRefused(
        web.post("frames", "{\"type\":\"ping\"}", "Authorization", "Bearer wrong"), 401, "expired");
  }

  @Test
  void whatIsNoFrameEndsTheSocketAndWhatIsAWrongOneDoesNot() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.next("availability");
    tab.send("{\"type\":\"dance\",\"id\":\"x-1\"}");
    JsonNode refused = tab.next();
    assertThat(refused.path("reason").stringValue("")).isEqualTo("malformed");
    assertThat(refused.path("id").stringValue("")).isEqualTo("x-1");
    tab.send("{\"type\":\"rate\",\"stars\":6}");
    assertThat(tab.next().path("reason").stringValue("")).isEqualTo("malformed");
    tab.say("a-1", "   ");
    assertThat(tab.next().path("reason").stringValue("")).isEqualTo("empty");
    tab.say("a-2", "x".repeat(4_001));
    assertThat(tab.next().path("reason").stringValue("")).isEqualTo("too-long");
    tab.send("not json");
    assertThat(tab.closeCode()).isEqualTo(4400);
    SocketClient rude = web.socket(program.url.toString());
    rude.send("{\"type\":\"ping\"}");
    assertThat(rude.closeCode()).isEqualTo(4400);
  }

  @Test
  void aMessageBeyondTheLimitEndsTheSocket() {
    Opened opened = web.open();
    SocketClient tab = web.tab(opened, 0);
    tab.next("availability");
    tab.say("a-1", "x".repeat(FrameCodec.FRAME_MAX));
    assertThat(tab.closeCode()).isEqualTo(4413);
  }

  @Test
  void whoDoesNotGreetInTimeIsSentAway() {
    SocketClient silent = web.socket(program.url.toString());
    Eventually.holds(() -> world.connections.size() == 1);
    world.beatAfter(VisitorSocket.HELLO);
    assertThat(world.connections.size()).isEqualTo(1);
    Eventually.holds(
        () -> {
          world.beatAfter(Duration.ofMillis(1));
          return world.connections.size() == 0;
        });
    assertThat(silent.closeCode()).isEqualTo(4408);
  }

  @Test
  void aSocketOnWhichNothingWasReadForAMinuteEnds() {
    SocketClient tab = web.tab(web.open(), 0);
    tab.next("availability");
    // Whatever else the greeting sends has gone by then: a clock that jumps while something is on
    // its way would find the line stuck.
    tab.rest();
    tab.rest();
    world.beatAfter(VisitorSession.SILENT);
    tab.rest();
    world.beatAfter(VisitorSession.SILENT.plusMillis(1));
    assertThat(tab.closeCode()).isEqualTo(1001);
  }

  @Test
  void tooManyFramesAreRefusedWithATimeToWait() {
    SocketClient tab = web.tab(web.open(), 0);
    tab.next("availability");
    for (int i = 0; i < 20; i++) {
      tab.send("{\"type\":\"seen\",\"seq\":1}");
    }
    tab.say("a-1", "Hello");
    JsonNode refused = tab.next("refused");
    assertThat(refused.path("reason").stringValue("")).isEqualTo("rate");
    assertThat(refused.path("id").stringValue("")).isEqualTo("a-1");
    assertThat(refused.path("retryAfter").intValue()).isEqualTo(1);
    assertThat(tab.rest()).isEmpty();
    world.clock.advance(Duration.ofSeconds(1));
    tab.say("a-1", "Hello");
    assertThat(tab.next("accepted").path("seq").intValue()).isEqualTo(1);
  }

  @Test
  void aConversationHasTenLinesAndNoMore() {
    Opened opened = web.open();
    List<SocketClient> tabs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      SocketClient tab = web.tab(opened, 0);
      tab.next("availability");
      tabs.add(tab);
    }
    assertThat(web.tab(opened, 0).closeCode()).isEqualTo(4429);
    tabs.getFirst().close();
    assertThat(tabs.getFirst().closeCode()).isPositive();
  }

  @Test
  void aStoreThatIsAwayIsA503AndNothingElse() {
    Opened opened = web.open();
    world.store.goAway();
    HttpResponse<String> answer = web.open("shop", program.url.toString());
    assertRefused(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertRefused(
        web.get("events?after=0", "Authorization", "Bearer " + opened.token()), 503, "unavailable");
    world.store.comeBack();
    assertThat(web.open("shop", program.url.toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void theInstanceThatStopsAsksItsVisitorsToComeBack() {
    SocketClient tab = web.tab(web.open(), 0);
    tab.next("availability");
    world.connections.endAll();
    assertThat(tab.closeCode()).isEqualTo(1012);
  }
}
