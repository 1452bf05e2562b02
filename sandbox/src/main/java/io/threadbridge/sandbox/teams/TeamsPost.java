package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One message: its words and attachments as an activity has them, and what became of it.
/// Guarded by the world.
final class TeamsPost {
  /// Lines that only who pressed sees; more are forgotten, the oldest first.
  static final int MAX_NOTES = 50;

  static final String CARD = "application/vnd.microsoft.card.adaptive";

  private final String id;
  private final String root;
  private final String author;
  private ObjectNode content;
  private boolean edited;
  private boolean deleted;
  private final Map<String, Set<String>> reactions = new LinkedHashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  /// @param root the id of the post whose thread it stands in; its own for a root, `""` in a chat
  /// @param content `text`, `attachments` and `entities` of an activity
  TeamsPost(String id, String root, String author, ObjectNode content) {
    this.id = id;
    this.root = root;
    this.author = author;
    this.content = content;
  }

  String id() {
    return id;
  }

  String root() {
    return root;
  }

  String author() {
    return author;
  }

  ObjectNode content() {
    return content;
  }

  boolean isRoot() {
    return root.equals(id);
  }

  boolean isBots() {
    return author.equals(TeamsSandboxIds.BOT);
  }

  boolean isDeleted() {
    return deleted;
  }

  void change(ObjectNode newContent) {
    content = newContent;
    edited = true;
  }

  void setDeleted(boolean value) {
    deleted = value;
  }

  /// The Adaptive Card of the post; missing when there is none.
  JsonNode card() {
    return content
        .path("attachments")
        .valueStream()
        .filter(each -> Json.text(each, "contentType").equals(CARD))
        .map(each -> each.path("content"))
        .findFirst()
        .orElseGet(() -> Json.object().path("none"));
  }

  /// Puts another card in the place of the one that is there.
  void replaceCard(JsonNode card) {
    ObjectNode next = Json.object();
    ObjectNode attachment = next.putArray("attachments").addObject().put("contentType", CARD);
    attachment.set("content", card);
    content = next;
  }

  /// Whether the words mention our bot, as the entities have it.
  boolean mentionsBot() {
    return content
        .path("entities")
        .valueStream()
        .anyMatch(each -> Json.text(each.path("mentioned"), "id").equals(TeamsSandboxIds.BOT));
  }

  /// False when it was so before.
  boolean react(String kind, String person, boolean add) {
    if (add) {
      return reactions.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(person);
    }
    Set<String> people = reactions.getOrDefault(kind, Set.of());
    boolean had = people.contains(person) && people.remove(person);
    reactions.values().removeIf(Set::isEmpty);
    return had;
  }

  /// A line under the post that only `person` sees; `""` takes it away.
  void note(String person, String text) {
    notes.remove(person);
    if (!text.isEmpty()) {
      notes.put(person, text);
    }
    if (notes.size() > MAX_NOTES) {
      notes.remove(notes.keySet().iterator().next());
    }
  }

  /// As `as` sees it; with everybody's lines when `as` is empty.
  ObjectNode shown(String as) {
    ObjectNode shown = Json.object().put("id", id).put("root", root).put("from", author);
    shown.put("bot", isBots()).put("edited", edited).put("deleted", deleted);
    shown.put("at", Long.parseLong(id));
    shown.set("content", deleted ? Json.object() : content.deepCopy());
    ObjectNode all = shown.putObject("reactions");
    reactions.forEach((kind, people) -> all.set(kind, Json.strings(people)));
    ObjectNode visible = shown.putObject("notes");
    notes.forEach(
        (person, text) -> {
          if (as.isEmpty() || as.equals(person)) {
            visible.put(person, text);
          }
        });
    return shown;
  }
}
