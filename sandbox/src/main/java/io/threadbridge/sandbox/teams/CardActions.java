package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.slack.Json;
import io.threadbridge.sandbox.slack.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds what can be pressed in an Adaptive Card, and which inputs go with it: those of its own
/// card and of the cards around it.
final class CardActions {
  /// Cards within cards.
  static final int MAX_DEPTH = 8;

  /// An action and the inputs that it sends.
  record Found(JsonNode action, List<JsonNode> inputs) {

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

  /// The action of that `action_id`, `verb` or `title`, in this order of preference; the first of
  /// all when the wish names none.
  static Optional<Found> find(JsonNode card, JsonNode wish) {
    List<Found> all = new ArrayList<>();
    card(card, List.of(), all, 0);
    if (Json.has(wish, "action_id")) {
      return first(all, each -> Json.text(each, "id").equals(Json.text(wish, "action_id")));
    }
    if (Json.has(wish, "verb")) {
      return first(all, each -> Json.text(each, "verb").equals(Json.text(wish, "verb")));
    }
    if (Json.has(wish, "title")) {
      return first(all, each -> Json.text(each, "title").equals(Json.text(wish, "title")));
    }
    return first(all, _ -> true);
  }

  private static Optional<Found> first(List<Found> all, Predicate<JsonNode> wanted) {
    return all.stream().filter(each -> wanted.test(each.action())).findFirst();
  }

  private static void card(JsonNode card, List<JsonNode> outer, List<Found> found, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    List<JsonNode> inputs = new ArrayList<>(outer);
    List<JsonNode> actions = new ArrayList<>();
    walk(card, inputs, actions, 0);
    for (JsonNode action : actions) {
      switch (Json.text(action, "type")) {
        case "Action.Execute", "Action.Submit" -> found.add(new Found(action, inputs));
        case "Action.ShowCard" -> card(action.path("card"), inputs, found, depth + 1);
        default -> {
          // The rest happens on the reader's own screen.
        }
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
