package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where messages come, change and go, whoever writes them; tells the app and the page.
///
/// Guarded by the workspace.
final class Posts {
  /// Slack cuts longer texts.
  static final int MAX_TEXT = 40_000;

  private final Workspace workspace;
  private final EventStream events;
  private final ChangeListener page;
  private boolean noise;

  Posts(Workspace workspace, EventStream events, ChangeListener page) {
    this.workspace = workspace;
    this.events = events;
    this.page = page;
  }

  /// With noise, each message of a person is followed by a `message_changed` that changes nothing,
  /// as Slack's language detection does.
  void setNoise(boolean value) {
    noise = value;
  }

  /// Adds a message; `body` has everything but `ts`. A reply to a root that is gone stands in the
  /// channel instead, as in Slack.
  Message post(Channel channel, ObjectNode body) {
    intoThread(channel, body);
    String text = Json.text(body, "text");
    if (text.length() > MAX_TEXT) {
      body.put("text", text.substring(0, MAX_TEXT));
    }
    body.put("ts", channel.nextTs(workspace.now()));
    Message message = new Message(body);
    channel.add(message);
    tell(channel, event(channel, message.copy(), message.ts()));
    mention(channel, message);
    show(channel, message);
    if (noise && !Json.has(body, "bot_id")) {
      changed(channel, message, message.copy());
    }
    return message;
  }

  private static void intoThread(Channel channel, ObjectNode body) {
    String threadTs = Json.text(body, "thread_ts");
    if (threadTs.isEmpty()) {
      return;
    }
    @Nullable Message root = channel.find(threadTs);
    if (root == null || root.isTombstone()) {
      body.remove("thread_ts");
      if (Json.text(body, "subtype").equals("thread_broadcast")) {
        body.remove("subtype");
      }
      return;
    }
    if (root.isReply()) {
      throw new Refusal("cannot_reply_to_message");
    }
    if (Json.has(root.body(), "user")) {
      body.put("parent_user_id", Json.text(root.body(), "user"));
    }
    if (Json.text(body, "subtype").equals("thread_broadcast")) {
      ObjectNode shown = root.copy();
      body.set("root", shown);
    }
  }

  private void mention(Channel channel, Message message) {
    String mention = "<@" + SandboxIds.BOT_USER;
    if (Json.text(message.body(), "text").contains(mention) && !message.isOurs()) {
      ObjectNode event = message.copy().put("type", "app_mention");
      event.put("channel", channel.id()).put("event_ts", message.ts());
      events.tell(channel, "app_mentions:read", event);
    }
  }

  /// Changes a message in place and tells the app what it was before.
  void change(Channel channel, Message message, Consumer<ObjectNode> edit) {
    ObjectNode before = message.copy();
    edit.accept(message.body());
    changed(channel, message, before);
    show(channel, message);
  }

  private void changed(Channel channel, Message message, ObjectNode before) {
    ObjectNode event = hidden(channel, "message_changed");
    event.set("message", message.copy());
    event.set("previous_message", before);
    tell(channel, event);
  }

  /// Takes a message away; a root with replies leaves a tombstone.
  void delete(Channel channel, Message message) {
    if (!channel.replies(message.ts()).isEmpty()) {
      change(channel, message, Posts::bury);
      return;
    }
    channel.remove(message);
    ObjectNode event = hidden(channel, "message_deleted").put("deleted_ts", message.ts());
    event.set("previous_message", message.copy());
    tell(channel, event);
    page.changed(change("gone", channel).put("ts", message.ts()));
    Message root = channel.find(message.threadTs());
    if (message.isReply() && root != null) {
      show(channel, root);
    }
  }

  private static void bury(ObjectNode body) {
    ObjectNode kept = body.deepCopy();
    body.removeAll();
    body.put("type", "message").put("subtype", "tombstone").put("user", SandboxIds.SLACKBOT);
    body.put("text", "This message was deleted.").put("hidden", true);
    for (String name :
        new String[] {"ts", "thread_ts", "reply_count", "reply_users", "latest_reply"}) {
      JsonNode value = kept.path(name);
      if (!value.isMissingNode()) {
        body.set(name, value);
      }
    }
  }

  /// Adds or takes back a reaction; false when it was so already.
  boolean react(Channel channel, Message message, String name, String user, boolean add) {
    if (!message.react(name, user, add)) {
      return false;
    }
    ObjectNode event = Json.object().put("type", add ? "reaction_added" : "reaction_removed");
    event.put("user", user).put("reaction", name);
    ObjectNode item = Json.object().put("type", "message").put("channel", channel.id());
    event.set("item", item.put("ts", message.ts()));
    if (Json.has(message.body(), "user")) {
      event.put("item_user", Json.text(message.body(), "user"));
    }
    events.tell(channel, "reactions:read", event.put("event_ts", channel.nextTs(workspace.now())));
    show(channel, message);
    return true;
  }

  /// A hint that one user sees; it is no event and in no history.
  String hint(Channel channel, String user, ObjectNode body) {
    body.put("ts", channel.nextTs(workspace.now())).put("is_ephemeral", true);
    body.put("ephemeral_to", user).put("channel", channel.id());
    channel.hint(body);
    ObjectNode change = change("ephemeral", channel).put("user", user);
    change.set("message", body.deepCopy());
    page.changed(change);
    return Json.text(body, "ts");
  }

  /// The bot joined or left, a channel was archived: an event with the user who did it.
  void channelEvent(Channel channel, String type, String user) {
    ObjectNode event = Json.object().put("type", type).put("user", user);
    event.put("channel", channel.id()).put("channel_type", "C").put("team", SandboxIds.TEAM);
    event.put("event_ts", channel.nextTs(workspace.now()));
    events.tell(channel, channel.kind().scope("read"), event);
    page.changed(Json.object().put("type", "state"));
  }

  private ObjectNode hidden(Channel channel, String subtype) {
    String ts = channel.nextTs(workspace.now());
    ObjectNode event = Json.object().put("type", "message").put("subtype", subtype);
    return event(channel, event.put("hidden", true).put("ts", ts), ts);
  }

  private static ObjectNode event(Channel channel, ObjectNode body, String ts) {
    body.put("channel", channel.id()).put("event_ts", ts);
    return body.put("channel_type", channel.kind().type());
  }

  private void tell(Channel channel, ObjectNode event) {
    events.tell(channel, channel.kind().scope("history"), event);
  }

  private void show(Channel channel, Message message) {
    ObjectNode change = change("message", channel);
    change.set("message", message.copy());
    page.changed(change);
    if (message.isReply()) {
      show(channel, Objects.requireNonNull(channel.find(message.threadTs()), "a reply's root"));
    }
  }

  private static ObjectNode change(String type, Channel channel) {
    return Json.object().put("type", type).put("channel", channel.id());
  }
}
