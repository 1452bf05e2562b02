package io.threadbridge.slack;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Handles what belongs to one thread in the order in which it came, and different threads side by
/// side: a slow one holds up none but those few that share its lane.
final class ThreadLanes implements AutoCloseable {
  /// This many are handled at once. Each waits for Redis most of the time, and a lane costs next to
  /// nothing.
  static final int LANES = 128;

  /// This many wait in a lane; what comes then is not taken, and Slack sends it again.
  static final int WAITING_MAX = 64;

  private final List<ExecutorService> lanes;

  ThreadLanes() {
    this.lanes =
        IntStream.range(0, LANES)
            .<ExecutorService>mapToObj(
                number ->
                    new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_MAX),
                        Thread.ofVirtual().name("slack-lane-" + number).factory()))
            .toList();
  }

  /// Takes work on; false if too much waits already, or nothing is taken any more.
  boolean offer(JsonObject payload, Runnable work) {
    try {
      lanes.get(Math.floorMod(thread(payload).hashCode(), LANES)).execute(work);
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  /// The thread that a payload is about; for what is about none, the channel; for a modal itself,
  /// and for a command its one use.
  static String thread(JsonObject payload) {
    JsonObject event = SlackJson.object(payload, "event");
    JsonObject container = SlackJson.object(payload, "container");
    String channel =
        SlackJson.maybe(event, "channel")
            .or(() -> SlackJson.maybe(SlackJson.object(event, "item"), "channel"))
            .orElseGet(() -> SlackJson.text(container, "channel_id"));
    String root =
        SlackJson.maybe(event, "thread_ts")
            .or(() -> SlackJson.maybe(SlackJson.object(event, "message"), "thread_ts"))
            .or(() -> SlackJson.maybe(SlackJson.object(event, "previous_message"), "thread_ts"))
            .or(() -> SlackJson.maybe(container, "thread_ts"))
            .or(() -> SlackJson.maybe(container, "message_ts"))
            .or(() -> SlackJson.maybe(SlackJson.object(event, "item"), "ts"))
            .or(() -> SlackJson.maybe(SlackJson.object(payload, "view"), "id"))
            .orElseGet(() -> SlackJson.text(payload, "trigger_id"));
    return channel + ":" + root;
  }

  /// Takes nothing more on; what was not begun is dropped, unacknowledged.
  @Override
  public void close() {
    lanes.forEach(ExecutorService::shutdownNow);
  }
}
