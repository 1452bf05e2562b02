package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/// What a call is answered with.
///
/// @param body absent for an empty one
/// @param retryAfter seconds; 0 leaves the header away
record TeamsAnswer(int status, @Nullable JsonNode body, long retryAfter) {

  static TeamsAnswer of(int status, JsonNode body) {
    return new TeamsAnswer(status, body, 0);
  }

  static TeamsAnswer empty(int status) {
    return new TeamsAnswer(status, null, 0);
  }

  ServerResponse response() {
    ServerResponse.BodyBuilder builder = ServerResponse.status(status);
    builder.header("Cache-Control", "no-store");
    if (retryAfter > 0) {
      builder.header("Retry-After", Long.toString(retryAfter));
    }
    return body == null
        ? builder.build()
        : builder.contentType(MediaType.APPLICATION_JSON).body(Json.write(body));
  }
}
