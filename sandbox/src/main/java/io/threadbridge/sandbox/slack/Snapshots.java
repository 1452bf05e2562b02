package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The workspace as somebody in front of the page sees it, and as a test wants to check it.
public final class Snapshots {
  /// Messages in one answer.
  static final int MAX_MESSAGES = 5_000;

  private final Workspace workspace;
  private final Views views;

  Snapshots(Workspace workspace, Views views) {
    this.workspace = workspace;
    this.views = views;
  }

  /// People with presence, channels with members and last message, and what `as` has open.
  public ObjectNode state(String as, String base) {
    synchronized (workspace) {
      ObjectNode state = Json.object().put("ok", true).put("team", "Sandbox workspace");
      ArrayNode users = state.putArray("users");
      for (Person person : workspace.people()) {
        ObjectNode user = Json.object().put("id", person.id()).put("handle", person.handle());
        user.put("name", person.realName()).put("title", person.title());
        user.put("kind", person.kind().name().toLowerCase(Locale.ROOT));
        user.put("away", workspace.isAway(person.id()));
        users.add(user.put("avatar", base + Person.AVATARS + person.id() + ".svg"));
      }
      ArrayNode channels = state.putArray("channels");
      workspace.channels().forEach(channel -> channels.add(shown(channel)));
      state.set("view", views.top(as).map(ObjectNode::deepCopy).orElse(null));
      return state;
    }
  }

  private static ObjectNode shown(Channel channel) {
    ObjectNode json = channel.json();
    json.set("members", Json.strings(channel.members()));
    json.put("has_bot", channel.hasBot());
    boolean empty = channel.timeline().isEmpty();
    return json.put("latest", empty ? "" : channel.timeline().lastKey());
  }

  /// The newest `limit` messages of a channel, or of a thread when `thread` is given, oldest first;
  /// with everything, and with the hints for `as` (all hints when `as` is empty).
  public ObjectNode messages(String channelId, String thread, String as, int limit) {
    synchronized (workspace) {
      Channel channel = workspace.channel(channelId);
      Collection<Message> all =
          thread.isEmpty() ? channel.timeline().values() : channel.replies(thread).values();
      int most = Math.clamp(limit, 1, MAX_MESSAGES);
      List<Message> newest = all.stream().skip(Math.max(0, all.size() - most)).toList();
      ObjectNode answer = Json.object().put("ok", true).put("channel", channelId);
      ArrayNode messages = answer.putArray("messages");
      Message root = thread.isEmpty() ? null : channel.find(thread);
      if (root != null) {
        messages.add(root.copy());
      }
      newest.forEach(message -> messages.add(message.copy()));
      ArrayNode hints = answer.putArray("ephemerals");
      channel.ephemerals().stream()
          .filter(hint -> as.isEmpty() || Json.text(hint, "ephemeral_to").equals(as))
          .filter(hint -> Json.text(hint, "thread_ts").equals(thread))
          .forEach(hint -> hints.add(hint.deepCopy()));
      return answer.put("has_more", all.size() > newest.size());
    }
  }
}
