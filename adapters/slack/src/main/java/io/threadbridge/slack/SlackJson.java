package io.threadbridge.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/// Reads Slack's JSON as it comes: what is missing, null or of another kind than expected is simply
/// not there.
final class SlackJson {
  private static final JsonObject NOTHING = new JsonObject();

  private SlackJson() {}

  /// The object that a text holds; empty for anything else.
  static Optional<JsonObject> parse(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException _) {
      return Optional.empty();
    }
  }

  /// The text of a member, or an empty one.
  static String text(JsonObject object, String member) {
    return object.get(member) instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
  }

  /// The text of a member that is there and not empty.
  static Optional<String> maybe(JsonObject object, String member) {
    return Optional.of(text(object, member)).filter(text -> !text.isEmpty());
  }

  /// Whether a member is `true`.
  static boolean flag(JsonObject object, String member) {
    return object.get(member) instanceof JsonPrimitive primitive
        && primitive.isBoolean()
        && primitive.getAsBoolean();
  }

  /// The object of a member, or an empty one, not to be written to.
  static JsonObject object(JsonObject object, String member) {
    return object.get(member) instanceof JsonObject inner ? inner : NOTHING;
  }

  /// Whether a member is an object.
  static boolean has(JsonObject object, String member) {
    return object.get(member) instanceof JsonObject;
  }

  /// The objects of a member's list; whatever else is in it is left out.
  static List<JsonObject> objects(JsonObject object, String member) {
    return object.get(member) instanceof JsonArray array
        ? array.asList().stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }
}
