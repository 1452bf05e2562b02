package io.threadbridge.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plain requests to a [Program].
final class WebClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final HttpClient http = HttpClient.newHttpClient();
  private final URI program;

  /// What came of a `POST` for a conversation.
  record Opened(String conversation, String token) {}

  WebClient(URI program) {
    this.program = program;
  }

  Opened open() {
    HttpResponse<String> answer = open("shop", program.toString());
    JsonNode body = json(answer);
    return new Opened(
        body.path("conversation").stringValue(""), body.path("token").stringValue(""));
  }

  HttpResponse<String> open(String site, String origin) {
    ObjectNode body = JSON.createObjectNode().put("site", site).put("locale", "en");
    body.putObject("page").put("url", "https://shop.example/boats").put("title", "Boats");
    body.putObject("visitor").put("name", "Andriy");
    return post("conversations", body.toString(), "Origin", origin);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  /// A request's builder with these headers, name after name and value.
  HttpRequest.Builder request(String path, String... headers) {
    String address = path.startsWith("/") ? path : "/visitor/v1/" + path;
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(program + address));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  SocketClient tab(Opened opened, int after) {
    return SocketClient.greeted(http, program, opened.token(), after);
  }

  SocketClient socket(String origin) {
    return new SocketClient(http, program, origin);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static List<String> types(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.path("type").stringValue("")).toList();
  }
}
