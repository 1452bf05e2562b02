package io.threadbridge.redis.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Small words for writing and reading JSON trees by hand. Moments are ISO 8601 in UTC; what is
/// absent is left out.
final class Json {
  /// The format that is written; older ones that must be read get a branch where they differ.
  static final int VERSION = 1;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A tree with its format version, as text.
  static String document(ObjectNode body) {
    ObjectNode root = object().put("v", VERSION);
    root.setAll(body);
    return MAPPER.writeValueAsString(root);
  }

  /// The tree of a text that [#document] wrote.
  static JsonNode read(String text) {
    JsonNode root = MAPPER.readTree(text);
    int version = root.path("v").asInt(0);
    if (version != VERSION) {
      throw new IllegalStateException(
          "stored in format " + version + ", but this program reads only format " + VERSION);
    }
    return root;
  }

  static ObjectNode put(ObjectNode node, String name, Instant moment) {
    return node.put(name, moment.toString());
  }

  static ObjectNode put(ObjectNode node, String name, Optional<?> value) {
    value.ifPresent(present -> node.put(name, present.toString()));
    return node;
  }

  static <T> ArrayNode array(List<T> values, Function<T, JsonNode> write) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(write.apply(value)));
    return array;
  }

  static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> read) {
    return required(node, name).valueStream().map(read).toList();
  }

  static JsonNode required(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalStateException("\"" + name + "\" is missing in what was stored");
    }
    return value;
  }

  static Optional<JsonNode> optional(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name));
  }

  static String text(JsonNode node, String name) {
    return required(node, name).stringValue();
  }

  static Optional<String> optionalText(JsonNode node, String name) {
    return optional(node, name).map(JsonNode::stringValue);
  }

  static int number(JsonNode node, String name) {
    return required(node, name).intValue();
  }

  static boolean flag(JsonNode node, String name) {
    return required(node, name).booleanValue();
  }

  static Instant instant(JsonNode node, String name) {
    return Instant.parse(text(node, name));
  }

  static Optional<Instant> optionalInstant(JsonNode node, String name) {
    return optionalText(node, name).map(Instant::parse);
  }

  static IllegalStateException unknown(String what, String name) {
    return new IllegalStateException("unknown " + what + " in what was stored: " + name);
  }
}
