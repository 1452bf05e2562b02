package io.threadbridge.sandbox.slack;

import io.threadbridge.sandbox.wire.ChangeListener;
import io.threadbridge.sandbox.wire.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A staff member who answers every post of our bot at once, so that load runs can count answers.
///
/// Guarded by the workspace, whose changes it watches.
final class AutoAnswer implements ChangeListener {
  /// Answers per thread, so that a bot which answers answers does not go on for ever.
  static final int MAX_PER_THREAD = 1_000;

  static final int MAX_THREADS = 100_000;
  static final int MAX_PER_POST = 20;
  private static final int WORDS = 40;

  private final Workspace workspace;
  private final Timers timers;
  private final People people;
  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, Boolean> seen = new HashMap<>();
  private String user = "";
  private String eventType = "";
  private int perPost;
  private long delayMillis;
  private boolean toRoots;

  AutoAnswer(Workspace workspace, People people, Timers timers) {
    this.workspace = workspace;
    this.people = people;
    this.timers = timers;
  }

  void reset() {
    user = "";
    given.clear();
    seen.clear();
  }

  /// `{"user","per_post"?,"event_type"?,"roots"?,"delay_millis"?}`; an empty user ends it.
  void set(JsonNode wish) {
    reset();
    user = Json.has(wish, "user") ? workspace.person(Json.text(wish, "user")).id() : "";
    perPost = Math.clamp(wish.path("per_post").asInt(1), 1, MAX_PER_POST);
    eventType = Json.text(wish, "event_type");
    toRoots = wish.path("roots").asBoolean(true);
    delayMillis = Math.clamp(wish.path("delay_millis").asLong(0), 0, 60_000);
  }

  @Override
  public void changed(ObjectNode change) {
    if (user.isEmpty() || !Json.text(change, "type").equals("message")) {
      return;
    }
    Message post = new Message((ObjectNode) change.path("message"));
    String key = Json.text(change, "channel") + "/" + post.ts();
    if (wanted(post) && seen.size() < MAX_THREADS && seen.put(key, true) == null) {
      String channel = Json.text(change, "channel");
      timers.after(delayMillis, () -> answer(channel, post));
    }
  }

  private boolean wanted(Message post) {
    boolean kind =
        eventType.isEmpty()
            || eventType.equals(Json.text(post.body().path("metadata"), "event_type"));
    return post.isOurs() && kind && (post.isReply() || toRoots);
  }

  private void answer(String channel, Message post) {
    String thread = post.isReply() ? post.threadTs() : post.ts();
    String text = Json.text(post.body(), "text");
    String words = text.substring(0, Math.min(WORDS, text.length()));
    synchronized (workspace) {
      for (int i = 0; i < perPost && !user.isEmpty(); i++) {
        int number = given.merge(channel + "/" + thread, 1, Integer::sum);
        if (number > MAX_PER_THREAD || workspace.channel(channel).isArchived()) {
          return;
        }
        ObjectNode wish = Json.object().put("as", user).put("channel", channel);
        wish.put("thread_ts", thread).put("text", "Answer " + number + " to " + words);
        people.post(wish, "");
      }
    }
  }
}
