package io.threadbridge.redis.json;

import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.ClosingWords;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.QuietEnding;
import io.threadbridge.bridge.conversation.Silence;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.Wait;
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
          case Waiting state -> started("waiting", state, "clock", wait(state.clock()));
          case Answered state -> started("answered", state, "silence", silence(state.silence()));
          case Ending state -> started("ending", state, "ending", ending(state.ending()));
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
      case "waiting" -> new Waiting(opening(node), progress(node), wait(node));
      case "answered" -> new Answered(opening(node), progress(node), silence(node));
      case "ending" -> new Ending(opening(node), progress(node), ending(node));
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
    return ProgressJson.read(Json.required(node, "progress"));
  }

  private static ObjectNode wait(Wait clock) {
    ObjectNode node = Json.put(Json.object(), "since", clock.since());
    node.put("column", Names.of(clock.column()));
    Json.put(node, "from", clock.from()).put("stepsDone", clock.stepsDone());
    Json.put(node, "stepAt", clock.stepAt());
    return Json.put(Json.put(node, "abandonAt", clock.abandonAt()), "lookAt", clock.lookAt());
  }

  private static Wait wait(JsonNode state) {
    JsonNode node = Json.required(state, "clock");
    return new Wait(
        Json.instant(node, "since"),
        Names.find(StaffClock.Column.values(), Names::of, Json.text(node, "column")),
        Json.instant(node, "from"),
        Json.number(node, "stepsDone"),
        Json.optionalInstant(node, "stepAt"),
        Json.instant(node, "abandonAt"),
        Json.instant(node, "lookAt"));
  }

  private static ObjectNode silence(Silence silence) {
    ObjectNode node = Json.put(Json.object(), "since", silence.since());
    node.put("next", Names.of(silence.next()));
    Json.put(Json.put(node, "from", silence.from()), "dueAt", silence.dueAt());
    return Json.put(node.put("goneTold", silence.goneTold()), "lookAt", silence.lookAt());
  }

  private static Silence silence(JsonNode state) {
    JsonNode node = Json.required(state, "silence");
    return new Silence(
        Json.instant(node, "since"),
        Names.find(Silence.Step.values(), Names::of, Json.text(node, "next")),
        Json.instant(node, "from"),
        Json.instant(node, "dueAt"),
        Json.flag(node, "goneTold"),
        Json.optionalInstant(node, "lookAt"));
  }

  private static ObjectNode ending(QuietEnding ending) {
    ObjectNode node = Json.object().put("kind", Names.of(ending.kind()));
    return Json.put(Json.put(node, "from", ending.from()), "dueAt", ending.dueAt());
  }

  private static QuietEnding ending(JsonNode state) {
    JsonNode node = Json.required(state, "ending");
    return new QuietEnding(
        Names.find(ClosingWords.Kind.values(), Names::of, Json.text(node, "kind")),
        Json.instant(node, "from"),
        Json.instant(node, "dueAt"));
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
