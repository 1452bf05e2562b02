package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.TabPresence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is known of one tab as JSON, and back.
public final class TabPresenceCodec {
  private TabPresenceCodec() {}

  /// The text of a tab's presence.
  public static String write(TabPresence tab) {
    ObjectNode node = Json.object().put("tab", tab.tab()).put("instance", tab.instance());
    Json.put(Json.put(node, "aliveUntil", tab.aliveUntil()), "lostAt", tab.lostAt());
    node.set("suspensions", Json.array(tab.suspensions(), Parts::suspension));
    return Json.document(node);
  }

  /// The presence of a text.
  public static TabPresence read(String text) {
    JsonNode node = Json.read(text);
    return new TabPresence(
        Json.text(node, "tab"),
        Json.text(node, "instance"),
        Json.instant(node, "aliveUntil"),
        Json.optionalInstant(node, "lostAt"),
        Json.list(node, "suspensions", Parts::suspension));
  }
}
