package io.threadbridge.bench.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The sandbox's control API, which `sandbox/README.md` lists.
///
/// @param address of the sandbox, without a slash at the end
record SandboxControl(HttpClient http, JsonMapper json, String address) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MESSAGES_MAX = 5_000;
  private static final int OK = 200;

  /// Reads below `/sandbox/page/`.
  JsonNode get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build());
  }

  /// Turns or does something below `/sandbox/page/`.
  JsonNode post(String path, ObjectNode wish) throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(wish)))
            .build());
  }

  /// The messages of a channel, or of a thread if it is not empty, oldest first.
  ///
  /// @throws IOException also if there are more than one answer holds
  JsonNode messages(String channel, String thread) throws IOException, InterruptedException {
    String limit = "&limit=" + MESSAGES_MAX;
    JsonNode answer = get("messages?channel=" + channel + "&thread=" + thread + limit);
    if (answer.path("has_more").asBoolean(false)) {
      throw new IOException("more than " + MESSAGES_MAX + " messages in " + channel);
    }
    return answer.path("messages");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/sandbox/page/" + path)).timeout(PATIENCE);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException(request.uri().getPath() + " answered " + answer.statusCode());
    }
    return json.readTree(answer.body());
  }
}
