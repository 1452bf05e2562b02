package io.threadbridge.sandbox.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The few words in which the sandbox speaks of JSON trees.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static ArrayNode strings(Collection<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  public static ArrayNode strings(String... values) {
    return strings(Arrays.asList(values));
  }

  /// The tree of a text, or nothing when the text is not JSON.
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /// The string at `name`, or `""` when it is absent or not a string.
  public static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  public static boolean has(JsonNode node, String name) {
    return !text(node, name).isEmpty();
  }
}
