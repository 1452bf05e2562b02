package io.threadbridge.sandbox.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Counts what went over the wire, for tests and load runs.
public final class Counters {
  /// Times of posts kept per channel; older ones are only counted.
  static final int MAX_TIMES = 20_000;

  private final Map<String, Long> numbers = new TreeMap<>();
  private final Map<String, Long> requests = new TreeMap<>();
  private final Map<String, Long> limited = new TreeMap<>();
  private final Map<String, Deque<Long>> posts = new TreeMap<>();

  synchronized void reset() {
    numbers.clear();
    requests.clear();
    limited.clear();
    posts.clear();
  }

  synchronized void count(String what) {
    numbers.merge(what, 1L, Long::sum);
  }

  synchronized void requested(String method) {
    requests.merge(method, 1L, Long::sum);
  }

  synchronized void limited(String method) {
    limited.merge(method, 1L, Long::sum);
  }

  synchronized void posted(String channel, long at) {
    Deque<Long> times = posts.computeIfAbsent(channel, _ -> new ArrayDeque<>());
    times.addLast(at);
    if (times.size() > MAX_TIMES) {
      times.removeFirst();
    }
  }

  /// Everything counted since the last reset; times are epoch milliseconds.
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    json.set("requests", tree(requests));
    json.set("rate_limited", tree(limited));
    json.set("envelopes", tree(numbers));
    ObjectNode channels = json.putObject("posts");
    posts.forEach(
        (channel, times) -> {
          ObjectNode entry = channels.putObject(channel).put("count", times.size());
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
