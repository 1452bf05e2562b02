package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.conversation.Stays;
import io.threadbridge.bridge.conversation.ThreadRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// At which desk a conversation is and where it was before, as JSON and back.
final class StaysJson {
  private StaysJson() {}

  static ObjectNode write(Stays stays) {
    ObjectNode node = stay(stays.now());
    Json.put(node, "since", stays.since()).put("retold", stays.retold());
    node.set("earlier", Json.array(stays.earlier(), StaysJson::place));
    return node;
  }

  static Stays read(JsonNode node) {
    return new Stays(
        stay(node),
        Json.instant(node, "since"),
        Json.number(node, "retold"),
        Json.list(node, "earlier", StaysJson::place));
  }

  static ObjectNode stay(Stay stay) {
    return Json.object().put("desk", stay.desk().value()).put("number", stay.number());
  }

  static Stay stay(JsonNode node) {
    return new Stay(desk(node), Json.number(node, "number"));
  }

  static ObjectNode place(Place place) {
    return Json.object().put("desk", place.desk().value()).put("thread", place.thread().value());
  }

  static Place place(JsonNode node) {
    return new Place(desk(node), new ThreadRef(Json.text(node, "thread")));
  }

  private static DeskRef desk(JsonNode node) {
    return new DeskRef(Json.text(node, "desk"));
  }
}
