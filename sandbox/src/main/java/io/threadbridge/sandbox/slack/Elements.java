package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds interactive elements in blocks and writes what somebody chose in them, as Slack reports
/// it.
final class Elements {
  private Elements() {}

  /// The element that a wish names by `action_id`, and `block_id` when there are several.
  static Optional<ObjectNode> find(JsonNode blocks, JsonNode wish) {
    String action = Json.text(wish, "action_id");
    String block = Json.text(wish, "block_id");
    return blocks
        .valueStream()
        .filter(each -> block.isEmpty() || Json.text(each, "block_id").equals(block))
        .flatMap(Elements::elements)
        .filter(each -> Json.text(each, "action_id").equals(action))
        .findFirst();
  }

  private static Stream<ObjectNode> elements(JsonNode block) {
    return Stream.of(
            block.path("elements").valueStream(),
            Stream.of(block.path("accessory"), block.path("element")))
        .flatMap(stream -> stream)
        .filter(JsonNode::isObject)
        .map(
            element ->
                ((ObjectNode) element.deepCopy()).put("block_id", Json.text(block, "block_id")));
  }

  /// Turns an element into an action: its choice written, its description left out.
  static void choose(ObjectNode element, JsonNode value) {
    String type = Json.text(element, "type");
    JsonNode options = element.path("options");
    element.remove(List.of("options", "option_groups", "confirm", "placeholder"));
    switch (type) {
      case "button" -> {}
      case "overflow", "static_select", "radio_buttons" ->
          element.set("selected_option", option(options, value.asString("")));
      case "checkboxes", "multi_static_select" ->
          element.set("selected_options", options(options, value));
      default -> element.set(valueName(type), value.isMissingNode() ? null : value);
    }
  }

  private static String valueName(String type) {
    return switch (type) {
      case "users_select" -> "selected_user";
      case "conversations_select" -> "selected_conversation";
      case "channels_select" -> "selected_channel";
      case "datepicker" -> "selected_date";
      case "timepicker" -> "selected_time";
      case "datetimepicker" -> "selected_date_time";
      case "multi_users_select" -> "selected_users";
      default -> "value";
    };
  }

  private static JsonNode option(JsonNode options, String value) {
    return options
        .valueStream()
        .filter(option -> Json.text(option, "value").equals(value))
        .findFirst()
        .orElseThrow(() -> new Refusal("no_such_option"));
  }

  private static JsonNode options(JsonNode options, JsonNode values) {
    var chosen = Json.array();
    values.forEach(value -> chosen.add(option(options, value.asString(""))));
    return chosen;
  }

  /// `state.values` of blocks: what `values` (by action id) says, else what the element began
  /// with.
  static ObjectNode state(JsonNode blocks, JsonNode values) {
    ObjectNode state = Json.object();
    for (JsonNode block : blocks) {
      elements(block)
          .filter(
              element ->
                  !Json.text(element, "type")
                      .matches("button|overflow|image|mrkdwn|plain_text|rich_text.*"))
          .forEach(
              element -> {
                String action = Json.text(element, "action_id");
                ObjectNode entry = entry(element, values.path(action));
                state.withObject(Json.text(block, "block_id")).set(action, entry);
              });
    }
    return state;
  }

  private static ObjectNode entry(ObjectNode element, JsonNode value) {
    String type = Json.text(element, "type");
    ObjectNode entry = Json.object().put("type", type);
    JsonNode options = element.path("options");
    switch (type) {
      case "static_select", "radio_buttons", "external_select" ->
          entry.set(
              "selected_option",
              Json.has(value, "") || value.isString()
                  ? option(options, value.asString(""))
                  : initial(element, "initial_option"));
      case "checkboxes", "multi_static_select" -> {
        JsonNode first = element.path("initial_options");
        JsonNode start = first.isArray() ? first : Json.array();
        entry.set("selected_options", value.isArray() ? options(options, value) : start);
      }
      default -> {
        String name = valueName(type);
        entry.set(name, value.isMissingNode() ? initial(element, name(name)) : value);
      }
    }
    return entry;
  }

  private static String name(String value) {
    return "initial_" + value.replaceFirst("^selected_", "");
  }

  private static @Nullable JsonNode initial(ObjectNode element, String name) {
    return element.path(name).isMissingNode() ? null : element.path(name);
  }
}
