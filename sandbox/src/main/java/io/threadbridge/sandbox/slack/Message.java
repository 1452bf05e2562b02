package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One message in the shape in which Slack shows it, metadata included. Guarded by its workspace.
final class Message {
  static final int REPLY_USERS_SHOWN = 5;

  private final ObjectNode body;

  Message(ObjectNode body) {
    this.body = body;
  }

  /// The live tree; a caller that hands it on copies it.
  ObjectNode body() {
    return body;
  }

  String ts() {
    return Json.text(body, "ts");
  }

  /// The root's `ts`, or `""` for a message outside any thread.
  String threadTs() {
    return Json.text(body, "thread_ts");
  }

  boolean isReply() {
    return !threadTs().isEmpty() && !threadTs().equals(ts());
  }

  boolean isTombstone() {
    return Json.text(body, "subtype").equals("tombstone");
  }

  boolean isBroadcast() {
    return Json.text(body, "subtype").equals("thread_broadcast");
  }

  boolean isOurs() {
    return Json.text(body, "bot_id").equals(SandboxIds.BOT);
  }

  /// Who wrote it: a user id, or a bot id for a post under another name.
  String author() {
    return Json.has(body, "user") ? Json.text(body, "user") : Json.text(body, "bot_id");
  }

  ObjectNode copy() {
    return body.deepCopy();
  }

  /// What the Web API shows: without `include_all_metadata` only the metadata's event type.
  ObjectNode shown(boolean allMetadata) {
    ObjectNode shown = copy();
    if (!allMetadata && shown.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("event_payload");
    }
    return shown;
  }

  /// Writes the counts of a root from its replies.
  void countReplies(NavigableMap<String, Message> replies) {
    if (replies.isEmpty()) {
      body.remove(
          List.of("reply_count", "reply_users", "reply_users_count", "latest_reply", "thread_ts"));
      return;
    }
    List<String> users = replies.values().stream().map(Message::author).distinct().toList();
    body.put("thread_ts", ts()).put("reply_count", replies.size());
    body.put("reply_users_count", users.size()).put("latest_reply", replies.lastKey());
    body.set(
        "reply_users", Json.strings(users.subList(0, Math.min(REPLY_USERS_SHOWN, users.size()))));
    body.put("is_locked", false).put("subscribed", isOurs());
  }

  /// Adds or takes back one reaction; false when there was nothing to do.
  boolean react(String name, String user, boolean add) {
    ArrayNode reactions = body.withArray("reactions");
    ObjectNode reaction = null;
    for (JsonNode each : reactions) {
      if (Json.text(each, "name").equals(name)) {
        reaction = (ObjectNode) each;
      }
    }
    if (reaction == null) {
      reaction = Json.object().put("name", name);
      reactions.add(reaction);
    }
    List<String> users =
        reaction.withArray("users").valueStream().map(node -> node.asString("")).toList();
    boolean changed = users.contains(user) != add;
    if (changed) {
      List<String> now =
          add
              ? Stream.concat(users.stream(), Stream.of(user)).toList()
              : users.stream().filter(each -> !each.equals(user)).toList();
      reaction.set("users", Json.strings(now));
      reaction.put("count", now.size());
    }
    dropEmptyReactions(reactions);
    return changed;
  }

  private void dropEmptyReactions(ArrayNode reactions) {
    reactions.removeIf(each -> each.path("users").isEmpty());
    if (reactions.isEmpty()) {
      body.remove("reactions");
    }
  }

  static Comparator<Message> byTs() {
    return Comparator.comparing(Message::ts);
  }
}
