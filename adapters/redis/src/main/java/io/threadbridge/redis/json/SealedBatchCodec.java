package io.threadbridge.redis.json;

import io.threadbridge.bridge.port.SealedBatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A sealed batch as JSON, and back.
public final class SealedBatchCodec {
  private SealedBatchCodec() {}

  /// The text of a batch.
  public static String write(SealedBatch batch) {
    ObjectNode node = Json.object().put("id", batch.id()).put("last", batch.last());
    batch.stay().ifPresent(stay -> node.set("stay", StaysJson.stay(stay)));
    return Json.document(Json.put(node, "at", batch.at()).put("tries", batch.tries()));
  }

  /// The batch of a text.
  public static SealedBatch read(String text) {
    JsonNode node = Json.read(text);
    int tries = node.has("tries") ? Json.number(node, "tries") : 1;
    return new SealedBatch(
        Json.text(node, "id"),
        Json.text(node, "last"),
        Json.instant(node, "at"),
        tries,
        Json.optional(node, "stay").map(StaysJson::stay));
  }
}
