package io.threadbridge.bench.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The visitors' side of the program, as `docs/visitor-protocol.md` has it.
///
/// @param program its address, without a slash at the end
record VisitorApi(HttpClient http, JsonMapper json, String program, InstantSource clock) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CREATED = 201;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int RETRIES_MAX = 100;
  private static final int RETRY_SECONDS = 5;

  /// Opens a conversation, as often as the bridge asks to come back; its token.
  ///
  /// @throws IOException if the bridge cannot be reached or says no
  String open(Script script) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program + "/visitor/v1/conversations"))
            .header("Origin", script.origin())
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(json.writeValueAsString(wish(script))))
            .build();
    for (int i = 0; i < RETRIES_MAX; i++) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      JsonNode body = json.readTree(answer.body());
      if (answer.statusCode() == CREATED) {
        return body.path("token").asString();
      }
      if (answer.statusCode() != TOO_MANY && answer.statusCode() != UNAVAILABLE) {
        throw new IOException("no conversation: status " + answer.statusCode());
      }
      Thread.sleep(Duration.ofSeconds(body.path("retryAfter").asInt(RETRY_SECONDS)));
    }
    throw new IOException("no conversation after " + RETRIES_MAX + " attempts");
  }

  private ObjectNode wish(Script script) {
    ObjectNode wish = json.createObjectNode().put("site", script.site()).put("locale", "en");
    wish.putObject("page").put("url", script.origin() + "/help").put("title", "Help");
    wish.putObject("visitor").put("name", script.visitor());
    return wish;
  }

  /// Opens a socket; nothing is said on it yet.
  ///
  /// @throws IOException if the bridge does not take it
  WebSocket connect(Script script, VisitorLine line) throws IOException {
    try {
      return http.newWebSocketBuilder()
          .header("Origin", script.origin())
          .connectTimeout(PATIENCE)
          .buildAsync(URI.create("ws" + program.substring(4) + "/visitor/v1/socket"), line)
          .join();
    } catch (CompletionException e) {
      throw new IOException("no socket", e);
    }
  }

  /// Sends one frame.
  ///
  /// @throws IOException if the socket is broken
  void send(WebSocket socket, ObjectNode frame) throws IOException {
    try {
      socket.sendText(json.writeValueAsString(frame), true).join();
    } catch (CompletionException e) {
      throw new IOException("the socket is broken", e);
    }
  }

  /// An empty frame of this type.
  ObjectNode frame(String type) {
    return json.createObjectNode().put("type", type);
  }
}
