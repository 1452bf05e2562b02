package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SharedFile;
import tools.jackson.databind.JsonNode;

/// What is known of a kept file, as JSON and back.
///
/// @param size in bytes
/// @param upload the name of its pieces
/// @param pieces how many there are
public record KeptFile(String name, String type, long size, String upload, int pieces) {
  /// As text.
  public String write() {
    return Json.document(
        Json.object()
            .put("name", name)
            .put("type", type)
            .put("size", size)
            .put("upload", upload)
            .put("pieces", pieces));
  }

  /// From its text.
  public static KeptFile read(String text) {
    JsonNode node = Json.read(text);
    return new KeptFile(
        Json.text(node, "name"),
        Json.text(node, "type"),
        Json.number(node, "size"),
        Json.text(node, "upload"),
        Json.number(node, "pieces"));
  }

  /// In the words of the bridge.
  public SharedFile shared(ConversationId conversation, String id) {
    return new SharedFile(id, name, type, size, new SharedFile.Source.Kept(conversation));
  }
}
