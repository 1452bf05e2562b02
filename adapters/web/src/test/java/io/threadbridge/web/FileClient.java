package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Files to and from a [Program], as a browser sends and asks for them.
final class FileClient {
  private final WebClient web;
  private final String token;

  FileClient(WebClient web, String token) {
    this.web = web;
    this.token = token;
  }

  HttpResponse<String> put(String id, String name, byte[] bytes) {
    return web.send(request(id, name, BodyPublishers.ofByteArray(bytes)).build());
  }

  HttpRequest.Builder request(String id, String name, BodyPublisher bytes) {
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
    return web.request(
            "files", "Authorization", "Bearer " + token, "File-Id", id, "File-Name", encoded)
        .PUT(bytes);
  }

  HttpResponse<byte[]> get(String id) {
    return bytes(web.request("files/" + id, "Authorization", "Bearer " + token).build());
  }

  HttpResponse<byte[]> bytes(HttpRequest request) {
    try {
      return web.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Says it with these files; what was answered.
  HttpResponse<String> say(String id, String text, String... files) {
    String named = Stream.of(files).map(file -> '"' + file + '"').collect(Collectors.joining(","));
    String body =
        "{\"type\":\"say\",\"id\":\"%s\",\"text\":\"%s\",\"files\":[%s]}"
            .formatted(id, text, named);
    return web.post("frames", body, "Authorization", "Bearer " + token);
  }

  static String reason(HttpResponse<String> answer) {
    return WebClient.json(answer).path("reason").stringValue("");
  }
}
