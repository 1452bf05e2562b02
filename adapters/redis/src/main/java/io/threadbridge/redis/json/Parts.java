package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.Suspension;
import io.threadbridge.bridge.conversation.VisitorFacts;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The smaller values that stand inside several documents.
final class Parts {
  private Parts() {}

  static ObjectNode staff(Staff staff) {
    ObjectNode node = Json.object().put("id", staff.id()).put("name", staff.name());
    return Json.put(node, "photo", staff.photo());
  }

  static Staff staff(JsonNode node) {
    return new Staff(
        Json.text(node, "id"),
        Json.text(node, "name"),
        Json.optionalText(node, "photo").map(URI::create));
  }

  static ObjectNode message(Message message) {
    ObjectNode node = Json.object().put("seq", message.seq());
    node.set("author", author(message.author()));
    Json.put(node.put("text", message.text()), "at", message.at());
    Json.put(node, "say", message.sayId());
    FilesJson.write(node, message.files());
    return node.put("revision", message.revision()).put("deleted", message.deleted());
  }

  static Message message(JsonNode node) {
    return new Message(
        Json.number(node, "seq"),
        author(Json.required(node, "author")),
        Json.text(node, "text"),
        Json.instant(node, "at"),
        Json.optionalText(node, "say"),
        FilesJson.read(node),
        Json.number(node, "revision"),
        Json.flag(node, "deleted"));
  }

  private static ObjectNode author(Author author) {
    return switch (author) {
      case Author.OfVisitor() -> Json.object().put("role", "visitor");
      case Author.OfBridge() -> Json.object().put("role", "bridge");
      case Author.OfStaff(Staff staff) -> staff(staff).put("role", "staff");
    };
  }

  private static Author author(JsonNode node) {
    String role = Json.text(node, "role");
    return switch (role) {
      case "visitor" -> new Author.OfVisitor();
      case "bridge" -> new Author.OfBridge();
      case "staff" -> new Author.OfStaff(staff(node));
      default -> throw Json.unknown("role", role);
    };
  }

  static ObjectNode suspension(Suspension suspension) {
    ObjectNode node = Json.object().put("reason", Names.of(suspension.reason()));
    return Json.put(Json.put(node, "from", suspension.from()), "until", suspension.until());
  }

  static Suspension suspension(JsonNode node) {
    return new Suspension(
        Names.find(Suspension.Reason.values(), Names::of, Json.text(node, "reason")),
        Json.instant(node, "from"),
        Json.instant(node, "until"));
  }

  static ObjectNode facts(VisitorFacts facts) {
    ObjectNode node = Json.object().put("connected", facts.connected());
    Json.put(node, "lostAt", facts.lostAt());
    node.set("suspensions", Json.array(facts.suspensions(), Parts::suspension));
    return node;
  }

  static VisitorFacts facts(JsonNode node) {
    return new VisitorFacts(
        Json.flag(node, "connected"),
        Json.optionalInstant(node, "lostAt"),
        Json.list(node, "suspensions", Parts::suspension));
  }

  /// Arguments of a text: texts, whole numbers and moments. A moment is written as an object, so
  /// that no text can be taken for one.
  static ObjectNode arguments(Map<String, Object> arguments) {
    ObjectNode node = Json.object();
    arguments.forEach(
        (name, value) -> {
          switch (value) {
            case String text -> node.put(name, text);
            case Integer number -> node.put(name, number);
            case Instant moment -> node.set(name, Json.put(Json.object(), "moment", moment));
            default -> throw new IllegalArgumentException("no argument of a text: " + name);
          }
        });
    return node;
  }

  static Map<String, Object> arguments(JsonNode node) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    node.propertyStream()
        .forEach(property -> arguments.put(property.getKey(), argument(property.getValue())));
    return Map.copyOf(arguments);
  }

  private static Object argument(JsonNode node) {
    if (node.isObject()) {
      return Json.instant(node, "moment");
    }
    return node.isString() ? node.stringValue() : (Object) node.intValue();
  }
}
