package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `response_url`s: five answers within half an hour to what somebody did. Guarded by the
/// workspace.
final class ResponseUrls {
  static final int MAX_USES = 5;
  static final int MAX_OPEN = 2_000;
  static final long LIFE_MILLIS = TimeUnit.MINUTES.toMillis(30);
  static final String PATH = "/sandbox/slack/response/";

  private static final class Place {
    private final Channel channel;
    private final String user;
    private final String ts;
    private final String threadTs;
    private final long until;
    private int uses;

    Place(Channel channel, String user, String ts, String threadTs, long until) {
      this.channel = channel;
      this.user = user;
      this.ts = ts;
      this.threadTs = threadTs;
      this.until = until;
    }
  }

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Workspace workspace;
  private final Posts posts;
  private final Names names;
  private final ChangeListener page;

  ResponseUrls(Workspace workspace, Posts posts, Names names, ChangeListener page) {
    this.workspace = workspace;
    this.posts = posts;
    this.names = names;
    this.page = page;
  }

  void reset() {
    places.clear();
  }

  /// A path that answers to where `user` was: a message (`ts`), its thread, or just the channel.
  String open(Channel channel, String user, String ts, String threadTs) {
    String id = names.next("R");
    places.put(id, new Place(channel, user, ts, threadTs, workspace.now() + LIFE_MILLIS));
    if (places.size() > MAX_OPEN) {
      places.remove(places.keySet().iterator().next());
    }
    return PATH + id;
  }

  /// Does what the app posted to the address.
  void answer(String id, JsonNode wish) {
    Place place = places.get(id);
    if (place == null) {
      throw new Refusal("invalid_url");
    }
    place.uses++;
    if (place.uses > MAX_USES || place.until < workspace.now()) {
      throw new Refusal(place.uses > MAX_USES ? "used_url" : "expired_url");
    }
    answer(place, wish);
  }

  /// An acknowledgement with a message in it, as slash commands allow.
  void answer(Channel channel, String user, JsonNode wish) {
    answer(new Place(channel, user, "", "", workspace.now()), wish);
  }

  private void answer(Place place, JsonNode wish) {
    boolean delete = wish.path("delete_original").asBoolean(false);
    boolean replace = wish.path("replace_original").asBoolean(false);
    if (!place.ts.isEmpty() && (delete || replace)) {
      original(place, wish, delete);
      return;
    }
    ObjectNode body = body(wish);
    if (!place.threadTs.isEmpty()) {
      body.put("thread_ts", place.threadTs);
    }
    if (Json.text(wish, "response_type").equals("in_channel")) {
      posts.post(place.channel, body);
    } else {
      posts.hint(place.channel, place.user, body);
    }
  }

  private void original(Place place, JsonNode wish, boolean delete) {
    Message message = place.channel.find(place.ts);
    if (message == null) {
      hint(place, wish, delete);
    } else if (delete) {
      posts.delete(place.channel, message);
    } else {
      posts.change(place.channel, message, body -> body.setAll(content(wish)));
    }
  }

  private void hint(Place place, JsonNode wish, boolean delete) {
    Optional<ObjectNode> hint =
        place.channel.ephemerals().stream()
            .filter(each -> Json.text(each, "ts").equals(place.ts))
            .findFirst();
    if (hint.isEmpty()) {
      return;
    }
    ObjectNode change = Json.object().put("channel", place.channel.id()).put("user", place.user);
    if (delete) {
      place.channel.ephemerals().remove(hint.get());
      page.changed(change.put("type", "gone").put("ts", place.ts));
    } else {
      hint.get().remove("blocks");
      hint.get().setAll(content(wish));
      change.set("message", hint.get().deepCopy());
      page.changed(change.put("type", "ephemeral"));
    }
  }

  private ObjectNode body(JsonNode wish) {
    ObjectNode body = Json.object().put("type", "message").put("user", SandboxIds.BOT_USER);
    body.put("bot_id", SandboxIds.BOT).put("app_id", SandboxIds.APP);
    body.setAll(content(wish));
    return body;
  }

  private ObjectNode content(JsonNode wish) {
    ObjectNode content = Json.object().put("text", Json.text(wish, "text"));
    if (!wish.path("blocks").isEmpty()) {
      content.set("blocks", BlockRules.message(wish.path("blocks"), names));
    }
    return content;
  }
}
