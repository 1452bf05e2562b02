package io.threadbridge.config.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HTTP with JSON to a server that may be away.
final class Web {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private Web() {}

  /// What a server answered.
  record Answer(int status, JsonNode body) {}

  /// A port that was free a moment ago.
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError("no free port", e);
    }
  }

  static Optional<Answer> get(HttpClient http, URI address) {
    return send(http, HttpRequest.newBuilder(address).timeout(ANSWER_MAX).build());
  }

  static Optional<Answer> delete(HttpClient http, URI address) {
    return send(http, HttpRequest.newBuilder(address).timeout(ANSWER_MAX).DELETE().build());
  }

  /// As no browser asks: without an origin.
  static Optional<Answer> post(HttpClient http, URI address, Map<String, ?> body) {
    return send(http, posting(address, body).build());
  }

  /// As a browser asks from a page of `origin`.
  static Optional<Answer> postFrom(URI origin, HttpClient http, URI address, Map<String, ?> body) {
    return send(http, posting(address, body).header("Origin", origin.toString()).build());
  }

  private static HttpRequest.Builder posting(URI address, Map<String, ?> body) {
    return HttpRequest.newBuilder(address)
        .timeout(ANSWER_MAX)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  /// Empty where nobody answered.
  private static Optional<Answer> send(HttpClient http, HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      JsonNode body = json ? JSON.readTree(answer.body()) : JSON.createObjectNode();
      return Optional.of(new Answer(answer.statusCode(), body));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
