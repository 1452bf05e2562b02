package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An owed effect as JSON, and back.
public final class EffectCodec {
  private EffectCodec() {}

  /// The text of an effect.
  public static String write(Effect effect) {
    return Json.document(
        switch (effect) {
          case Effect.OpenThread() -> named("open-thread");
          case Effect.Relay(int seq) -> named("relay").put("seq", seq);
          case Effect.Rewrite(int seq) -> named("rewrite").put("seq", seq);
          case Effect.ShowCard() -> named("show-card");
          case Effect.IndexThread(DeskRef desk, ThreadRef thread) ->
              named("index-thread").put("desk", desk.value()).put("thread", thread.value());
          case Effect.Hint(Staff to, TextKey key, var arguments) ->
              words("hint", to, key, arguments);
          case Effect.TellDirectly(Staff to, TextKey key, var arguments) ->
              words("tell-directly", to, key, arguments);
          case Effect.ConfirmNote(PostRef post) -> named("confirm-note").put("post", post.value());
        });
  }

  /// The effect of a text.
  public static Effect read(String text) {
    JsonNode node = Json.read(text);
    String name = Json.text(node, "effect");
    return switch (name) {
      case "open-thread" -> new Effect.OpenThread();
      case "relay" -> new Effect.Relay(Json.number(node, "seq"));
      case "rewrite" -> new Effect.Rewrite(Json.number(node, "seq"));
      case "show-card" -> new Effect.ShowCard();
      case "index-thread" ->
          new Effect.IndexThread(
              new DeskRef(Json.text(node, "desk")), new ThreadRef(Json.text(node, "thread")));
      case "hint" -> new Effect.Hint(to(node), key(node), arguments(node));
      case "tell-directly" -> new Effect.TellDirectly(to(node), key(node), arguments(node));
      case "confirm-note" -> new Effect.ConfirmNote(new PostRef(Json.text(node, "post")));
      default -> throw Json.unknown("effect", name);
    };
  }

  private static ObjectNode named(String name) {
    return Json.object().put("effect", name);
  }

  private static ObjectNode words(
      String name, Staff to, TextKey key, Map<String, Object> arguments) {
    ObjectNode node = named(name).put("key", Names.of(key));
    node.set("to", Parts.staff(to));
    node.set("arguments", Parts.arguments(arguments));
    return node;
  }

  private static Staff to(JsonNode node) {
    return Parts.staff(Json.required(node, "to"));
  }

  private static TextKey key(JsonNode node) {
    return Names.find(TextKey.values(), Names::of, Json.text(node, "key"));
  }

  private static Map<String, Object> arguments(JsonNode node) {
    return Parts.arguments(Json.required(node, "arguments"));
  }
}
