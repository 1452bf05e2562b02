package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds what can be pressed in an Adaptive Card, and which inputs go with it: those of its own
/// card and of the cards around it.
final class CardActions {
  /// Cards within cards.
  static final int MAX_DEPTH = 8;

  /// An action and the inputs that it sends.
  record Found(JsonNode action, List<JsonNode> inputs) {

    /// Whether the bot hears of it; else it opens, shows or hides something.
    boolean isSent() {
      String type = Json.text(action, "type");
      return type.equals("Action.Execute") || type.equals("Action.Submit");
    }

    /// The action's data with the inputs: what is given, else what the card has.
    ObjectNode data(JsonNode given) {
      ObjectNode data = Json.object();
      if (action.path("data") instanceof ObjectNode own) {
        data.setAll(own.deepCopy());
      }
      if (Json.text(action, "associatedInputs").equalsIgnoreCase("none")) {
        return data;
      }
      for (JsonNode input : inputs) {
        String id = Json.text(input, "id");
        JsonNode value = given.has(id) ? given.path(id) : input.path("value");
        boolean missing = value.isMissingNode() || value.asString("").isBlank();
        if (missing && input.path("isRequired").asBoolean(false)) {
          throw new Refusal("input_missing:" + id);
        }
        if (!value.isMissingNode()) {
          data.set(id, value);
        }
      }
      return data;
    }
  }

  private CardActions() {}

  /// The first action that has everything which the wish names: `action_id`, `verb`, `title` and,
  /// where several look alike, all of its `data`.
  ///
  /// What is sent to the bot comes before what happens on the reader's own screen, which is found
  /// by its `title` or `action_id` only.
  static Optional<Found> find(JsonNode card, JsonNode wish) {
    List<Found> all = new ArrayList<>();
    card(card, List.of(), all, 0);
    Stream<Found> sent = all.stream().filter(Found::isSent);
    Stream<Found> local =
        all.stream().filter(_ -> Json.has(wish, "title") || Json.has(wish, "action_id"));
    return Stream.concat(sent, local).filter(each -> isWanted(each.action(), wish)).findFirst();
  }

  private static boolean isWanted(JsonNode action, JsonNode wish) {
    return isSame(action, "id", Json.text(wish, "action_id"))
        && isSame(action, "verb", Json.text(wish, "verb"))
        && isSame(action, "title", Json.text(wish, "title"))
        && (!wish.path("data").isObject() || wish.path("data").equals(action.path("data")));
  }

  private static boolean isSame(JsonNode action, String name, String wanted) {
    return wanted.isEmpty() || Json.text(action, name).equals(wanted);
  }

  private static void card(JsonNode card, List<JsonNode> outer, List<Found> found, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    List<JsonNode> inputs = new ArrayList<>(outer);
    List<JsonNode> actions = new ArrayList<>();
    walk(card, inputs, actions, 0);
    for (JsonNode action : actions) {
      found.add(new Found(action, inputs));
      if (Json.text(action, "type").equals("Action.ShowCard")) {
        card(action.path("card"), inputs, found, depth + 1);
      }
    }
  }

  private static void walk(
      JsonNode node, List<JsonNode> inputs, List<JsonNode> actions, int depth) {
    String type = Json.text(node, "type");
    if (type.startsWith("Input.")) {
      inputs.add(node);
    }
    if (type.startsWith("Action.")) {
      // Neither its fallback nor the card behind it belongs to this card.
      actions.add(node);
      return;
    }
    if (depth < MAX_DEPTH * 4) {
      node.forEach(child -> walk(child, inputs, actions, depth + 1));
    }
  }
}
