package io.threadbridge.redis.json;

import io.threadbridge.bridge.port.JournalEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One handled event of the journal as JSON, and back.
public final class JournalEntryCodec {
  private JournalEntryCodec() {}

  /// The text of an entry.
  public static String write(JournalEntry entry) {
    ObjectNode node =
        Json.put(Json.object(), "at", entry.at())
            .put("event", entry.event())
            .put("from", entry.from())
            .put("to", entry.to());
    entry.noted().ifPresent(noted -> node.set("noted", NotedJson.write(noted)));
    return Json.document(node);
  }

  /// The entry of a text.
  public static JournalEntry read(String text) {
    JsonNode node = Json.read(text);
    return new JournalEntry(
        Json.instant(node, "at"),
        Json.text(node, "event"),
        Json.text(node, "from"),
        Json.text(node, "to"),
        Json.optional(node, "noted").map(NotedJson::read));
  }
}
