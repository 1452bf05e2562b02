package io.threadbridge.sandbox.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// When there were posts in each place, in epoch milliseconds; the newest [#MAX_TIMES] of each.
public final class PostTimes {
  static final int MAX_TIMES = 20_000;

  private final Map<String, Deque<Long>> posts = new TreeMap<>();

  /// Forgets them.
  public synchronized void clear() {
    posts.clear();
  }

  /// One more.
  public synchronized void add(String place, long at) {
    Deque<Long> times = posts.computeIfAbsent(place, _ -> new ArrayDeque<>());
    times.addLast(at);
    if (times.size() > MAX_TIMES) {
      times.removeFirst();
    }
  }

  /// By place: `{"count","times"}`.
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object();
    posts.forEach(
        (place, times) -> {
          ObjectNode entry = json.putObject(place).put("count", times.size());
          times.forEach(entry.withArray("times")::add);
        });
    return json;
  }
}
