package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What never changes in a conversation, as JSON and back.
final class Opened {
  private Opened() {}

  static ObjectNode write(Opening opening) {
    ObjectNode node =
        Json.object()
            .put("id", opening.id().value())
            .put("site", opening.site().value())
            .put("desk", opening.desk().value())
            .put("language", opening.language());
    node.set("visitor", visitor(opening.visitor()));
    node.set(
        "page",
        Json.object().put("url", opening.page().url()).put("title", opening.page().title()));
    Json.put(node, "at", opening.at());
    return Json.put(node, "continues", opening.continues().map(ConversationId::value));
  }

  static Opening read(JsonNode node) {
    JsonNode page = Json.required(node, "page");
    return new Opening(
        new ConversationId(Json.text(node, "id")),
        new SiteName(Json.text(node, "site")),
        new DeskRef(Json.text(node, "desk")),
        visitor(Json.required(node, "visitor")),
        new Page(Json.text(page, "url"), Json.text(page, "title")),
        Json.text(node, "language"),
        Json.instant(node, "at"),
        Json.optionalText(node, "continues").map(ConversationId::new));
  }

  private static ObjectNode visitor(Visitor visitor) {
    ObjectNode node = Json.object().put("pseudonym", visitor.pseudonym());
    return Json.put(Json.put(node, "name", visitor.name()), "email", visitor.email());
  }

  private static Visitor visitor(JsonNode node) {
    return new Visitor(
        Json.optionalText(node, "name"),
        Json.optionalText(node, "email"),
        Json.text(node, "pseudonym"));
  }
}
