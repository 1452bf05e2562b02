package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.Correction;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.ThreadRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a conversation has come to, as JSON and back.
final class ProgressJson {
  private ProgressJson() {}

  static ObjectNode write(Progress progress) {
    ObjectNode node = Json.object();
    Json.put(node, "thread", progress.thread().map(ThreadRef::value));
    progress.claim().ifPresent(claim -> node.set("claim", claim(claim)));
    progress.formerClaimer().ifPresent(staff -> node.set("formerClaimer", Parts.staff(staff)));
    node.put("answered", progress.answered())
        .put("lastSeq", progress.lastSeq())
        .put("revision", progress.revision())
        .put("delivered", progress.delivered())
        .put("seen", progress.seen())
        .put("holds", progress.holds());
    node.set("early", Json.array(progress.early(), ProgressJson::correction));
    return Json.put(node, "lastMoment", progress.lastMoment());
  }

  static Progress read(JsonNode node) {
    return new Progress(
        Json.optionalText(node, "thread").map(ThreadRef::new),
        Json.optional(node, "claim").map(ProgressJson::claim),
        Json.optional(node, "formerClaimer").map(Parts::staff),
        Json.flag(node, "answered"),
        Json.number(node, "lastSeq"),
        Json.number(node, "revision"),
        Json.number(node, "delivered"),
        Json.number(node, "seen"),
        Json.number(node, "holds"),
        Json.list(node, "early", ProgressJson::correction),
        Json.instant(node, "lastMoment"));
  }

  private static ObjectNode claim(Claim claim) {
    ObjectNode node = Json.object();
    node.set("by", Parts.staff(claim.by()));
    return Json.put(node, "at", claim.at());
  }

  private static Claim claim(JsonNode node) {
    return new Claim(Parts.staff(Json.required(node, "by")), Json.instant(node, "at"));
  }

  private static JsonNode correction(Correction correction) {
    ObjectNode node = Json.object().put("post", correction.post().value());
    return Json.put(node, "text", correction.text());
  }

  private static Correction correction(JsonNode node) {
    return new Correction(new PostRef(Json.text(node, "post")), Json.optionalText(node, "text"));
  }
}
