package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The dialogs that people have open, one each. Guarded by the world.
final class Dialogs {
  /// The card from which a dialog was opened.
  record Origin(TeamsConversation where, TeamsPost post) {}

  /// An open dialog.
  record Dialog(Origin origin, String title, JsonNode card) {
    ObjectNode shown() {
      ObjectNode shown = Json.object().put("title", title);
      shown.set("card", card);
      return shown;
    }
  }

  private final Map<String, Dialog> open = new HashMap<>();

  void reset() {
    open.clear();
  }

  /// Shows a dialog instead of the one before.
  ///
  /// @param task the `value` of a task response: `title` and `card`
  void open(TeamsPerson person, Origin origin, JsonNode task) {
    JsonNode card = task.path("card").path("content");
    open.put(person.id(), new Dialog(origin, Json.text(task, "title"), card));
  }

  void close(TeamsPerson person) {
    open.remove(person.id());
  }

  Optional<Dialog> of(TeamsPerson person) {
    return Optional.ofNullable(open.get(person.id()));
  }
}
