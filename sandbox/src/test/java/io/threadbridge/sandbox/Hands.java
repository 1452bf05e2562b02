package io.threadbridge.sandbox;

import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The hands of people and testers: the control API of a running sandbox.
final class Hands {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  Hands(String address) {
    this.address = address;
  }

  JsonNode post(String path, ObjectNode wish) {
    return send(
        HttpRequest.newBuilder(URI.create(address + "/sandbox/page/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(wish)))
            .build());
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + "/sandbox/page/" + path)).build());
  }

  private JsonNode send(HttpRequest request) {
    return Json.parse(raw(request).body()).orElseThrow();
  }

  HttpResponse<String> raw(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException("the sandbox does not answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
