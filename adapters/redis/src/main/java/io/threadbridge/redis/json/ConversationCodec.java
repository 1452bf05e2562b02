package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A conversation's state as JSON, and back.
public final class ConversationCodec {
  private ConversationCodec() {}

  /// The text of a state.
  public static String write(Conversation conversation) {
    return Json.document(
        switch (conversation) {
          case NotStarted(Opening opening) -> {
            ObjectNode node = Json.object().put("state", "not-started");
            node.set("opening", Opened.write(opening));
            yield node;
          }
          case Waiting state -> started("waiting", state, "clock", ClocksJson.write(state.clock()));
          case Answered state ->
              started("answered", state, "silence", ClocksJson.write(state.silence()));
          case Promised state ->
              started("promised", state, "promise", ClocksJson.write(state.promise()));
          case Deferred state ->
              started("deferred", state, "deferral", ClocksJson.write(state.deferral()));
          case Ending state -> started("ending", state, "ending", ClocksJson.write(state.ending()));
          case Closed state -> started("closed", state, "end", end(state));
          case Erased(ConversationId id, var at) ->
              Json.put(Json.object().put("state", "erased").put("id", id.value()), "at", at);
        });
  }

  /// The state of a text.
  public static Conversation read(String text) {
    JsonNode node = Json.read(text);
    String state = Json.text(node, "state");
    return switch (state) {
      case "not-started" -> new NotStarted(opening(node));
      case "waiting" -> new Waiting(opening(node), progress(node), ClocksJson.wait(node));
      case "answered" -> new Answered(opening(node), progress(node), ClocksJson.silence(node));
      case "promised" -> new Promised(opening(node), progress(node), ClocksJson.promise(node));
      case "deferred" -> new Deferred(opening(node), progress(node), ClocksJson.deferral(node));
      case "ending" -> new Ending(opening(node), progress(node), ClocksJson.ending(node));
      case "closed" -> closed(node);
      case "erased" ->
          new Erased(new ConversationId(Json.text(node, "id")), Json.instant(node, "at"));
      default -> throw Json.unknown("state", state);
    };
  }

  private static ObjectNode started(String name, Started state, String part, ObjectNode own) {
    ObjectNode node = Json.object().put("state", name);
    node.set("opening", Opened.write(state.opening()));
    node.set("progress", ProgressJson.write(state.progress()));
    node.set(part, own);
    return node;
  }

  private static Opening opening(JsonNode node) {
    return Opened.read(Json.required(node, "opening"));
  }

  private static Progress progress(JsonNode node) {
    return ProgressJson.read(Json.required(node, "progress"), opening(node));
  }

  private static ObjectNode end(Closed state) {
    return Json.put(Json.object(), "at", state.at()).put("reason", Names.of(state.reason()));
  }

  private static Closed closed(JsonNode state) {
    JsonNode node = Json.required(state, "end");
    return new Closed(
        opening(state),
        progress(state),
        Json.instant(node, "at"),
        Names.find(CloseReason.values(), Names::of, Json.text(node, "reason")));
  }
}
