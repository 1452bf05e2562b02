package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One request to the Web API, whichever way its arguments came.
///
/// @param arguments a form's fields as strings, or a JSON body as it is
/// @param base scheme and host as the caller named them, for addresses in answers
record Call(String method, ObjectNode arguments, String base) {

  /// The argument's text, or `""`; a JSON argument comes back as written.
  String text(String name) {
    JsonNode value = arguments.path(name);
    return value.isContainer() ? Json.write(value) : value.asString("");
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  String required(String name, String error) {
    if (!has(name)) {
      throw new Refusal(error);
    }
    return text(name);
  }

  String required(String name) {
    String hint = "[ERROR] missing required field: " + name;
    if (!has(name)) {
      ObjectNode extra = Json.object();
      extra.putObject("response_metadata").putArray("messages").add(hint);
      throw new Refusal("invalid_arguments", extra);
    }
    return text(name);
  }

  boolean flag(String name) {
    return Stream.of("true", "1").anyMatch(text(name)::equals);
  }

  int number(String name, int otherwise, int maximum) {
    try {
      return has(name) ? Math.clamp(Integer.parseInt(text(name)), 1, maximum) : otherwise;
    } catch (NumberFormatException _) {
      throw new Refusal("invalid_arguments");
    }
  }

  /// A JSON argument, which a form carries as text; refuses with `error` what is no JSON.
  Optional<JsonNode> json(String name, String error) {
    JsonNode value = arguments.path(name);
    if (value.isContainer()) {
      return Optional.of(value);
    }
    if (value.asString("").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Json.parse(text(name)).orElseThrow(() -> new Refusal(error)));
  }

  /// A list argument: an array, or text with commas.
  List<String> list(String name) {
    JsonNode value = arguments.path(name);
    return value.isArray()
        ? value.valueStream().map(node -> node.asString("")).toList()
        : Stream.of(text(name).split(",", -1)).filter(part -> !part.isBlank()).toList();
  }
}
