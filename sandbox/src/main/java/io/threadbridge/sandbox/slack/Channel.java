package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One conversation of the workspace: a channel or a direct message. Guarded by its workspace.
public final class Channel {
  /// Older messages of a channel are forgotten beyond this.
  static final int MAX_MESSAGES = 100_000;

  /// Hints for one reader are forgotten beyond this, per channel.
  static final int MAX_EPHEMERALS = 500;

  /// What Slack knows a conversation as; decides the scopes and the event's `channel_type`.
  public enum Kind {
    PUBLIC("channel", "channels"),
    PRIVATE("group", "groups"),
    DIRECT("im", "im");

    private final String type;
    private final String scope;

    Kind(String type, String scope) {
      this.type = type;
      this.scope = scope;
    }

    String type() {
      return type;
    }

    String scope(String right) {
      return scope + ":" + right;
    }
  }

  private final String id;
  private final String name;
  private final Kind kind;
  private final long created;
  private final Set<String> members = new LinkedHashSet<>();
  private final NavigableMap<String, Message> all = new TreeMap<>();
  private final NavigableMap<String, Message> timeline = new TreeMap<>();
  private final Map<String, NavigableMap<String, Message>> threads = new HashMap<>();
  private final List<ObjectNode> ephemerals = new ArrayList<>();
  private boolean archived;
  private long lastMicros;

  Channel(String id, String name, Kind kind, long created, List<String> members) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.created = created;
    this.members.addAll(members);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  Set<String> members() {
    return members;
  }

  boolean hasBot() {
    return members.contains(SandboxIds.BOT_USER);
  }

  boolean isArchived() {
    return archived;
  }

  void archive(boolean value) {
    archived = value;
  }

  List<ObjectNode> ephemerals() {
    return ephemerals;
  }

  void hint(ObjectNode ephemeral) {
    ephemerals.add(ephemeral);
    if (ephemerals.size() > MAX_EPHEMERALS) {
      ephemerals.removeFirst();
    }
  }

  /// The next `ts`: seconds and microseconds, unique in this channel only, as in Slack.
  String nextTs(long nowMillis) {
    lastMicros = Math.max(nowMillis * 1_000, lastMicros + 1);
    return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
  }

  @Nullable Message find(String ts) {
    return all.get(ts);
  }

  /// Messages that stand in the channel itself, oldest first.
  NavigableMap<String, Message> timeline() {
    return timeline;
  }

  /// The replies under a root, oldest first; empty when there are none.
  NavigableMap<String, Message> replies(String rootTs) {
    return threads.getOrDefault(rootTs, new TreeMap<>());
  }

  /// Every message, roots and replies.
  List<Message> all() {
    return List.copyOf(all.values());
  }

  void add(Message message) {
    all.put(message.ts(), message);
    if (message.isReply()) {
      threads.computeIfAbsent(message.threadTs(), _ -> new TreeMap<>()).put(message.ts(), message);
      recount(message.threadTs());
    }
    if (!message.isReply() || message.isBroadcast()) {
      timeline.put(message.ts(), message);
    }
    if (all.size() > MAX_MESSAGES) {
      remove(all.firstEntry().getValue());
    }
  }

  void remove(Message message) {
    all.remove(message.ts());
    timeline.remove(message.ts());
    NavigableMap<String, Message> siblings = threads.get(message.threadTs());
    if (message.isReply() && siblings != null) {
      siblings.remove(message.ts());
      recount(message.threadTs());
      if (siblings.isEmpty()) {
        threads.remove(message.threadTs());
      }
    }
  }

  private void recount(String rootTs) {
    Message root = all.get(rootTs);
    if (root != null) {
      root.countReplies(replies(rootTs));
    }
  }

  /// The conversation object as `conversations.info` has it.
  public ObjectNode json() {
    ObjectNode json = Json.object().put("id", id).put("created", created);
    json.put("is_im", kind == Kind.DIRECT).put("is_org_shared", false);
    json.put("context_team_id", SandboxIds.TEAM).put("updated", created * 1_000);
    if (kind == Kind.DIRECT) {
      return json.put("user", other()).put("is_archived", false).put("priority", 0);
    }
    json.put("name", name).put("name_normalized", name).put("creator", SandboxIds.OLENA);
    json.put("is_channel", kind == Kind.PUBLIC).put("is_group", false).put("is_mpim", false);
    json.put("is_private", kind == Kind.PRIVATE).put("is_archived", archived);
    json.put("is_general", false).put("unlinked", 0).put("is_member", hasBot());
    json.put("is_shared", isExternal()).put("is_ext_shared", isExternal());
    json.put("is_pending_ext_shared", false).put("num_members", members.size());
    json.set("topic", Json.object().put("value", "").put("creator", "").put("last_set", 0));
    json.set("purpose", Json.object().put("value", "").put("creator", "").put("last_set", 0));
    json.set("previous_names", Json.array());
    return json;
  }

  boolean isExternal() {
    return members.contains(SandboxIds.STRANGER);
  }

  /// In a direct message, the one who is not our bot.
  String other() {
    return members.stream().filter(id -> !id.equals(SandboxIds.BOT_USER)).findFirst().orElse("");
  }
}
