package io.threadbridge.sandbox.teams;

import io.threadbridge.sandbox.wire.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Teams' limits as sliding windows: per conversation, where a channel counts all its threads, and
/// for the whole tenant.
final class TeamsLimits {
  /// Conversations beyond this are forgotten all at once, which errs on the side of allowing.
  static final int MAX_KEYS = 1_000;

  /// So many calls in so many milliseconds.
  private record Window(int calls, long millis) {}

  private static final List<Window> SENDING =
      List.of(
          new Window(7, 1_000),
          new Window(8, 2_000),
          new Window(60, 30_000),
          new Window(1_800, 3_600_000));
  private static final List<Window> READING =
      List.of(
          new Window(14, 1_000),
          new Window(16, 2_000),
          new Window(120, 30_000),
          new Window(3_600, 3_600_000));
  private static final List<Window> TENANT = List.of(new Window(50, 1_000));
  private static final String EVERYTHING = "";

  private final Map<String, Deque<Long>> calls = new HashMap<>();
  private boolean enabled = true;
  private boolean countingUpdates;

  synchronized void reset() {
    calls.clear();
    enabled = true;
    countingUpdates = false;
  }

  /// `{"enabled"?,"count_updates"?}`; updates and deletes are not counted unless told so.
  synchronized void set(JsonNode wish) {
    calls.clear();
    enabled = wish.path("enabled").asBoolean(enabled);
    countingUpdates = wish.path("count_updates").asBoolean(countingUpdates);
  }

  synchronized ObjectNode json() {
    return Json.object().put("enabled", enabled).put("count_updates", countingUpdates);
  }

  /// Takes a place for one call; seconds to wait when there is none, else 0.
  synchronized long take(Operation operation, String conversation, long now) {
    if (!enabled) {
      return 0;
    }
    if (calls.size() > MAX_KEYS) {
      calls.clear();
    }
    boolean sending = operation.isSending() || (countingUpdates && operation.isChanging());
    boolean reading = operation.isReading();
    String key = (sending ? "send " : "read ") + conversation;
    long missing = missing(EVERYTHING, TENANT, now);
    if (missing == 0 && (sending || reading)) {
      missing = missing(key, sending ? SENDING : READING, now);
    }
    if (missing == 0) {
      calls.computeIfAbsent(EVERYTHING, _ -> new ArrayDeque<>()).addLast(now);
      if (sending || reading) {
        calls.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(now);
      }
    }
    return missing == 0 ? 0 : Math.max(1, Math.ceilDiv(missing, 1_000L));
  }

  /// Milliseconds until every window has a place.
  private long missing(String key, List<Window> windows, long now) {
    Deque<Long> times = calls.getOrDefault(key, new ArrayDeque<>());
    long oldest = now - windows.getLast().millis();
    while (!times.isEmpty() && times.getFirst() <= oldest) {
      times.removeFirst();
    }
    long longest = 0;
    for (Window window : windows) {
      // Whoever stands this far from the end must have left the window.
      long at = nthFromEnd(times, window.calls());
      longest = Math.max(longest, at + window.millis() - now);
    }
    return longest;
  }

  private static long nthFromEnd(Deque<Long> times, int n) {
    if (times.size() < n) {
      return Long.MIN_VALUE / 2;
    }
    return times.reversed().stream().skip(n - 1L).findFirst().orElseThrow();
  }
}
