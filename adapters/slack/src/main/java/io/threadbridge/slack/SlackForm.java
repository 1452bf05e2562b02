package io.threadbridge.slack;

import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A form that Slack posts: buttons and modals come in its field `payload`, a command in fields of
/// its own, which are those that Socket Mode sends as JSON.
record SlackForm(Map<String, String> fields) {
  /// A command has 15 fields; what comes after so many is not read.
  private static final int FIELDS_MAX = 40;

  /// Reads a form; a field that cannot be read is not there.
  static SlackForm read(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", FIELDS_MAX)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decoded(pair.substring(equals + 1))
            .ifPresent(value -> fields.put(pair.substring(0, equals), value));
      }
    }
    return new SlackForm(Map.copyOf(fields));
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// What the form tells; empty if it is none of Slack's.
  Optional<JsonObject> payload() {
    if (fields.containsKey("payload")) {
      return SlackJson.parse(fields.get("payload"));
    }
    if (!fields.containsKey("command")) {
      return Optional.empty();
    }
    JsonObject command = new JsonObject();
    fields.forEach(command::addProperty);
    return Optional.of(command);
  }
}
