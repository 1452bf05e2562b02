package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Block Kit's limits; what breaks one is refused with the place, as Slack does.
///
/// Numbers: Slack's block reference, as collected in its own pages per block and element.
final class BlockRules {
  static final int MAX_BLOCKS = 50;
  static final int MAX_VIEW_BLOCKS = 100;
  private static final int ID = 255;
  private static final Set<String> BLOCKS =
      Set.of(
          "section",
          "header",
          "context",
          "actions",
          "divider",
          "image",
          "input",
          "rich_text",
          "file",
          "video",
          "markdown",
          "call",
          "card",
          "carousel",
          "alert",
          "table",
          "context_actions");

  private final String error;

  private BlockRules(String error) {
    this.error = error;
  }

  /// Checks a message's blocks and gives each a `block_id`.
  static ArrayNode message(JsonNode blocks, Names names) {
    return new BlockRules("invalid_blocks").check(blocks, MAX_BLOCKS, names);
  }

  /// Checks a modal's or home tab's blocks.
  static ArrayNode view(JsonNode blocks, Names names) {
    return new BlockRules("invalid_arguments").check(blocks, MAX_VIEW_BLOCKS, names);
  }

  private ArrayNode check(JsonNode blocks, int maximum, Names names) {
    if (!(blocks instanceof ArrayNode array)) {
      throw new Refusal(error + "_format");
    }
    most(array.size(), maximum, "/blocks", "items");
    ArrayNode checked = array.deepCopy();
    for (int i = 0; i < checked.size(); i++) {
      String at = "/blocks/" + i;
      if (!(checked.get(i) instanceof ObjectNode block)
          || !BLOCKS.contains(Json.text(block, "type"))) {
        throw refuse("unsupported type: " + Json.text(checked.get(i), "type"), at + "/type");
      }
      block(block, at);
      if (!Json.has(block, "block_id")) {
        block.put("block_id", names.next("b"));
      }
    }
    return checked;
  }

  private void block(ObjectNode block, String at) {
    length(block, "block_id", ID, at);
    switch (Json.text(block, "type")) {
      case "section" -> section(block, at);
      case "header" -> textObject(block.path("text"), 150, at + "/text", true);
      case "context" -> context(block, at);
      case "actions" -> actions(block, at);
      case "image" -> image(block, at);
      case "input" -> input(block, at);
      case "markdown" -> length(block, "text", 12_000, at);
      case "rich_text" -> present(block, "elements", at);
      default -> {}
    }
  }

  private void section(ObjectNode block, String at) {
    boolean fields = block.path("fields").isArray();
    if (!fields || block.has("text")) {
      textObject(block.path("text"), 3_000, at + "/text", false);
    }
    most(block.path("fields").size(), 10, at + "/fields", "items");
    block.path("fields").forEach(field -> textObject(field, 2_000, at + "/fields", false));
    if (block.has("accessory")) {
      element(block.path("accessory"), at + "/accessory");
    }
  }

  private void context(ObjectNode block, String at) {
    present(block, "elements", at);
    most(block.path("elements").size(), 10, at + "/elements", "items");
    for (JsonNode element : block.path("elements")) {
      if (Json.text(element, "type").equals("image")) {
        image(element, at + "/elements");
      } else {
        textObject(element, 3_000, at + "/elements", false);
      }
    }
  }

  private void actions(ObjectNode block, String at) {
    present(block, "elements", at);
    most(block.path("elements").size(), 25, at + "/elements", "items");
    Set<String> names = new HashSet<>();
    int i = 0;
    for (JsonNode element : block.path("elements")) {
      element(element, at + "/elements/" + i);
      if (Json.has(element, "action_id") && !names.add(Json.text(element, "action_id"))) {
        throw refuse("action_id already exists", at + "/elements/" + i + "/action_id");
      }
      i++;
    }
  }

  private void input(ObjectNode block, String at) {
    textObject(block.path("label"), 2_000, at + "/label", true);
    element(block.path("element"), at + "/element");
  }

  private void image(JsonNode image, String at) {
    length(image, "image_url", 3_000, at);
    length(image, "alt_text", 2_000, at);
    if (!Json.has(image, "alt_text")) {
      throw refuse("missing required field: alt_text", at);
    }
    if (Json.has(image, "image_url") == image.has("slack_file")) {
      throw refuse("must have exactly one of image_url and slack_file", at);
    }
  }

  private void element(JsonNode element, String at) {
    length(element, "action_id", ID, at);
    length(element, "value", 2_000, at);
    length(element, "url", 3_000, at);
    switch (Json.text(element, "type")) {
      case "button" -> textObject(element.path("text"), 75, at + "/text", true);
      case "overflow" -> options(element, 5, at);
      case "static_select", "multi_static_select" -> options(element, 100, at);
      case "radio_buttons", "checkboxes" -> options(element, 10, at);
      case "image" -> image(element, at);
      case "" -> throw refuse("missing required field: type", at);
      default -> {}
    }
    if (element.has("confirm")) {
      confirm(element.path("confirm"), at + "/confirm");
    }
    if (element.has("placeholder")) {
      textObject(element.path("placeholder"), 150, at + "/placeholder", true);
    }
  }

  private void confirm(JsonNode dialog, String at) {
    textObject(dialog.path("title"), 100, at + "/title", true);
    textObject(dialog.path("text"), 300, at + "/text", false);
    textObject(dialog.path("confirm"), 30, at + "/confirm", true);
    textObject(dialog.path("deny"), 30, at + "/deny", true);
  }

  private void options(JsonNode element, int maximum, String at) {
    most(element.path("options").size(), maximum, at + "/options", "items");
    for (JsonNode option : element.path("options")) {
      textObject(option.path("text"), 75, at + "/options", false);
      length(option, "value", 150, at + "/options");
    }
  }

  private void textObject(JsonNode text, int maximum, String at, boolean plainOnly) {
    String type = Json.text(text, "type");
    boolean known = type.equals("plain_text") || (!plainOnly && type.equals("mrkdwn"));
    if (!known) {
      throw refuse("must be a text object of the right type", at);
    }
    if (!Json.has(text, "text")) {
      throw refuse("must be more than 0 characters", at + "/text");
    }
    length(text, "text", maximum, at);
  }

  private void present(ObjectNode block, String name, String at) {
    if (!block.path(name).isArray() || block.path(name).isEmpty()) {
      throw refuse("missing required field: " + name, at);
    }
  }

  private void length(JsonNode node, String name, int maximum, String at) {
    if (Json.text(node, name).length() > maximum) {
      throw refuse("must be less than " + (maximum + 1) + " characters", at + "/" + name);
    }
  }

  private void most(int size, int maximum, String at, String what) {
    if (size > maximum) {
      throw refuse("no more than " + maximum + " " + what + " allowed", at);
    }
  }

  private Refusal refuse(String why, String at) {
    ObjectNode extra = Json.object();
    extra
        .putObject("response_metadata")
        .putArray("messages")
        .add("[ERROR] " + why + " [json-pointer:" + at + "]");
    return new Refusal(error, extra);
  }
}
