package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.figures.Noted;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
          case Effect.Retell(int stay, int seq) ->
              named("retell").put("stay", stay).put("seq", seq);
          case Effect.PassFile(int stay, int seq, String file) ->
              named("pass-file").put("stay", stay).put("seq", seq).put("file", file);
          case Effect.RetractFile(Place place, PostRef post) ->
              at("retract-file", place).put("post", post.value());
          case Effect.ShowCard() -> named("show-card");
          case Effect.ShowMoved(Place place) -> at("show-moved", place);
          case Effect.HintIn(Place place, Staff to, TextKey key) -> {
            ObjectNode node = at("hint-in", place).put("key", Names.of(key));
            node.set("to", Parts.staff(to));
            yield node;
          }
          case Effect.IndexThread(DeskRef desk, ThreadRef thread) ->
              named("index-thread").put("desk", desk.value()).put("thread", thread.value());
          case Effect.Hint(Staff to, TextKey key, var arguments) ->
              words("hint", to, key, arguments);
          case Effect.TellDirectly(Staff to, TextKey key, var arguments) ->
              words("tell-directly", to, key, arguments);
          case Effect.ConfirmNote note -> note(note);
          case Effect.Notice(TextKey key, var arguments) -> words("notice", key, arguments);
          case Effect.CallDesk(DeskRef desk) -> named("call-desk").put("desk", desk.value());
          case Effect.RetractCall(DeskRef desk, PostRef post) ->
              named("retract-call").put("desk", desk.value()).put("post", post.value());
          case Effect.CallPerson(Staff to, TextKey key, var arguments) ->
              words("call-person", to, key, arguments);
          case Effect.OfferPromise(Staff to, Instant until) -> offer(to, until);
          case Effect.Mail(String address, int after, int upTo) ->
              named("mail").put("address", address).put("after", after).put("upTo", upTo);
          case Effect.CallHook() -> named("call-hook");
          case Effect.Count(Noted noted) -> noted("count", noted);
          case Effect.Publish(Noted noted) -> noted("publish", noted);
          case Effect.TellSite(SiteNews news) -> SiteNewsJson.write(named("tell-site"), news);
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
      case "confirm-note" ->
          new Effect.ConfirmNote(
              new PostRef(Json.text(node, "post")),
              writer(node),
              Json.optionalText(node, "desk").map(DeskRef::new));
      default -> readOther(name, node);
    };
  }

  private static Effect readOther(String name, JsonNode node) {
    return switch (name) {
      case "notice" -> new Effect.Notice(key(node), arguments(node));
      case "call-desk" -> new Effect.CallDesk(new DeskRef(Json.text(node, "desk")));
      case "retract-call" ->
          new Effect.RetractCall(
              new DeskRef(Json.text(node, "desk")), new PostRef(Json.text(node, "post")));
      case "call-person" -> new Effect.CallPerson(to(node), key(node), arguments(node));
      case "offer-promise" -> new Effect.OfferPromise(to(node), Json.instant(node, "until"));
      case "mail" ->
          new Effect.Mail(
              Json.text(node, "address"), Json.number(node, "after"), Json.number(node, "upTo"));
      case "call-hook" -> new Effect.CallHook();
      case "count" -> new Effect.Count(NotedJson.read(Json.required(node, "noted")));
      case "publish" -> new Effect.Publish(NotedJson.read(Json.required(node, "noted")));
      case "tell-site" -> new Effect.TellSite(SiteNewsJson.read(node));
      case "retell" -> new Effect.Retell(Json.number(node, "stay"), Json.number(node, "seq"));
      case "pass-file" ->
          new Effect.PassFile(
              Json.number(node, "stay"), Json.number(node, "seq"), Json.text(node, "file"));
      case "retract-file" ->
          new Effect.RetractFile(place(node), new PostRef(Json.text(node, "post")));
      case "show-moved" -> new Effect.ShowMoved(place(node));
      case "hint-in" -> new Effect.HintIn(place(node), to(node), key(node));
      default -> throw Json.unknown("effect", name);
    };
  }

  private static ObjectNode noted(String name, Noted noted) {
    ObjectNode node = named(name);
    node.set("noted", NotedJson.write(noted));
    return node;
  }

  private static ObjectNode note(Effect.ConfirmNote note) {
    ObjectNode node = named("confirm-note").put("post", note.post().value());
    node.set("writer", Parts.staff(note.writer()));
    return Json.put(node, "desk", note.desk().map(DeskRef::value));
  }

  /// An older effect names no writer: it was made when every platform marked the post itself.
  private static Staff writer(JsonNode node) {
    return node.has("writer")
        ? Parts.staff(Json.required(node, "writer"))
        : new Staff("", "", Optional.empty());
  }

  private static ObjectNode at(String name, Place place) {
    ObjectNode node = named(name);
    node.set("place", StaysJson.place(place));
    return node;
  }

  private static Place place(JsonNode node) {
    return StaysJson.place(Json.required(node, "place"));
  }

  private static ObjectNode offer(Staff to, Instant until) {
    ObjectNode node = Json.put(named("offer-promise"), "until", until);
    node.set("to", Parts.staff(to));
    return node;
  }

  private static ObjectNode words(String name, TextKey key, Map<String, Object> arguments) {
    ObjectNode node = named(name).put("key", Names.of(key));
    node.set("arguments", Parts.arguments(arguments));
    return node;
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
