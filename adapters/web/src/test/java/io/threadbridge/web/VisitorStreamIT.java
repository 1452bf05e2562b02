package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.web.WebClient.Opened;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class VisitorStreamIT {
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

  /// A tab over an event stream.
  private final class Stream implements AutoCloseable {
    private final Scanner lines;
    private final InputStream body;
    String lastId = "";

    Stream(Opened opened, int after) throws IOException, InterruptedException {
      HttpRequest request =
          web.request("events?after=" + after, "Authorization", "Bearer " + opened.token()).build();
      HttpResponse<InputStream> answer =
          web.http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      body = answer.body();
      lines = new Scanner(body, StandardCharsets.UTF_8);
    }

    JsonNode next() {
      String line = lines.nextLine();
      while (!line.startsWith("data:")) {
        lastId = line.startsWith("id:") ? line.substring(3).strip() : lastId;
        line = lines.nextLine();
      }
      return JsonMapper.builder().build().readTree(line.substring(5));
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  private JsonNode post(Opened opened, String frame) {
    HttpResponse<String> answer =
        web.post("frames", frame, "Authorization", "Bearer " + opened.token());
    assertThat(answer.statusCode()).isEqualTo(200);
    return WebClient.json(answer).path("frames");
  }

  @Test
  void theStreamSaysWhatTheSocketSays() throws IOException, InterruptedException {
    Opened opened = web.open();
    SocketClient socket = web.tab(opened, 0);
    socket.next("availability");
    try (Stream stream = new Stream(opened, 0)) {
      for (String type : List.of("welcome", "state", "availability")) {
        assertThat(stream.next().path("type").stringValue("")).isEqualTo(type);
      }
      JsonNode answers = post(opened, "{\"type\":\"say\",\"id\":\"a-1\",\"text\":\"Hello\"}");
      assertThat(answers.path(0).path("seq").intValue()).isEqualTo(1);
      assertThat(stream.next()).isEqualTo(socket.next("message"));
      assertThat(stream.lastId).isEqualTo("1");
      assertThat(stream.next()).isEqualTo(socket.next("state"));
      world.staffWrites(opened.conversation(), "p1", "Hi.\nHow can I help?");
      assertThat(stream.next()).isEqualTo(socket.next("message"));
      assertThat(stream.next()).isEqualTo(socket.next("state"));
    }
    try (Stream again = new Stream(opened, 1)) {
      assertThat(again.next().path("seq").intValue()).isEqualTo(2);
      assertThat(again.next().path("text").stringValue("")).isEqualTo("Hi.\nHow can I help?");
    }
  }

  @Test
  void theStreamBeatsByItselfAndAPostIsAsGoodAsASocketsFrame()
      throws IOException, InterruptedException {
    Opened opened = web.open();
    try (Stream stream = new Stream(opened, 0)) {
      stream.next();
      stream.next();
      stream.next();
      world.beatAfter(VisitorSession.BEAT);
      assertThat(stream.next().path("type").stringValue("")).isEqualTo("pong");
      assertThat(post(opened, "{\"type\":\"ping\"}").path(0).path("type").stringValue(""))
          .isEqualTo("pong");
      world.clock.advance(VisitorTab.CHANGED);
      assertThat(post(opened, "{\"type\":\"draft\",\"length\":3}")).isEmpty();
      assertThat(world.facts(opened.conversation()).suspensions()).hasSize(2);
    }
  }

  @Test
  void erasingEndsTheStream() throws IOException, InterruptedException {
    Opened opened = web.open();
    try (Stream stream = new Stream(opened, 0)) {
      stream.next();
      stream.next();
      stream.next();
      post(opened, "{\"type\":\"erase\"}");
      assertThat(stream.next().path("reason").stringValue("")).isEqualTo("unknown");
      assertThat(stream.lines.hasNextLine() && !stream.lines.nextLine().isEmpty()).isFalse();
    }
    Eventually.holds(() -> world.connections.size() == 0);
  }
}
