package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/// A channel, or somebody's personal chat with the bot. Guarded by the world.
final class TeamsConversation {
  /// Posts kept; older ones are forgotten.
  static final int MAX_POSTS = 5_000;

  /// What kind of place it is; a private channel is not for the bot.
  enum Kind {
    CHANNEL,
    PRIVATE,
    CHAT
  }

  private final String id;
  private final Kind kind;
  private final String person;
  private final SequencedMap<String, TeamsPost> posts = new LinkedHashMap<>();
  private String name;
  private boolean deleted;

  /// @param person whose chat it is; `""` for a channel
  TeamsConversation(String id, String name, Kind kind, String person) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.person = person;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String person() {
    return person;
  }

  Kind kind() {
    return kind;
  }

  boolean isChat() {
    return kind == Kind.CHAT;
  }

  boolean isDeleted() {
    return deleted;
  }

  void rename(String newName) {
    name = newName;
  }

  void setDeleted(boolean value) {
    deleted = value;
  }

  void add(TeamsPost post) {
    posts.put(post.id(), post);
    if (posts.size() > MAX_POSTS) {
      posts.pollFirstEntry();
    }
  }

  Optional<TeamsPost> find(String postId) {
    return Optional.ofNullable(posts.get(postId));
  }

  /// The conversation id of an activity about a post: with the root's id in a channel.
  String idFor(TeamsPost post) {
    return isChat() ? id : id + ";messageid=" + post.root();
  }

  /// The newest `limit` posts, oldest first; of one thread when `root` is given.
  List<TeamsPost> newest(String root, int limit) {
    List<TeamsPost> found = new ArrayList<>();
    for (TeamsPost post : posts.sequencedValues().reversed()) {
      if (found.size() >= limit) {
        break;
      }
      if (root.isEmpty() || post.root().equals(root)) {
        found.add(post);
      }
    }
    return found.reversed();
  }

  ObjectNode shown() {
    ObjectNode shown = Json.object().put("id", id).put("name", name).put("deleted", deleted);
    shown.put("kind", kind.name().toLowerCase(Locale.ROOT)).put("person", person);
    return shown.put("latest", posts.isEmpty() ? "" : posts.lastEntry().getKey());
  }
}
