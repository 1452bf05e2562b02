package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.slack.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Counts what went over the wire, for tests and load runs.
final class TeamsCounters {
  /// Times of posts kept per conversation; older ones are forgotten.
  static final int MAX_TIMES = 20_000;

  private final Map<String, Long> requests = new TreeMap<>();
  private final Map<String, Long> limited = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, Long> activities = new TreeMap<>();
  private final Map<String, Deque<Long>> posts = new TreeMap<>();

  synchronized void reset() {
    requests.clear();
    limited.clear();
    refused.clear();
    activities.clear();
    posts.clear();
  }

  synchronized void requested(Operation operation) {
    requests.merge(operation.label(), 1L, Long::sum);
  }

  synchronized void limited(Operation operation) {
    limited.merge(operation.label(), 1L, Long::sum);
  }

  /// The bot was told `status`.
  synchronized void refused(int status) {
    refused.merge(Integer.toString(status), 1L, Long::sum);
  }

  /// Something happened to what goes to the bot: `sent`, `answered`, `redelivered`, …
  synchronized void activity(String what) {
    activities.merge(what, 1L, Long::sum);
  }

  /// The bot posted in a conversation, epoch milliseconds; a channel has one list for all threads.
  synchronized void posted(String conversation, long at) {
    Deque<Long> times = posts.computeIfAbsent(conversation, _ -> new ArrayDeque<>());
    times.addLast(at);
    if (times.size() > MAX_TIMES) {
      times.removeFirst();
    }
  }

  /// Everything counted since the last reset; times are epoch milliseconds.
  synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    json.set("requests", tree(requests));
    json.set("rate_limited", tree(limited));
    json.set("refused", tree(refused));
    json.set("activities", tree(activities));
    ObjectNode all = json.putObject("posts");
    posts.forEach(
        (conversation, times) -> {
          ObjectNode entry = all.putObject(conversation).put("count", times.size());
          times.forEach(entry.withArray("times")::add);
        });
    return json;
  }

  private static ObjectNode tree(Map<String, Long> counts) {
    ObjectNode tree = Json.object();
    counts.forEach(tree::put);
    return tree;
  }
}
