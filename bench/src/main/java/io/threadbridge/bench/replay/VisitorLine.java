package io.threadbridge.bench.replay;

import java.net.http.WebSocket;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The listening side of one visitor's socket: every frame with the moment at which it came.
final class VisitorLine implements WebSocket.Listener {
  /// Frames that wait to be read; a line that brings more is broken.
  private static final int WAITING_MAX = 10_000;

  /// A frame of the bridge.
  ///
  /// @param at when it came, in microseconds
  record Arrival(JsonNode frame, long at) {
    String type() {
      return frame.path("type").asString("");
    }
  }

  /// The type of the last arrival of a line: it has ended.
  static final String ENDED = "ended";

  private final JsonMapper json;
  private final InstantSource clock;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(WAITING_MAX);
  private final StringBuilder partial = new StringBuilder();

  VisitorLine(JsonMapper json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  /// The next frame, if one comes within so many milliseconds.
  Optional<Arrival> next(long millis) throws InterruptedException {
    return Optional.ofNullable(arrivals.poll(Math.max(0, millis), TimeUnit.MILLISECONDS));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    long at = Micros.now(clock);
    partial.append(data);
    if (last) {
      arrivals.add(new Arrival(json.readTree(partial.toString()), at));
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    ended("closed with " + code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended(error.toString());
  }

  private void ended(String why) {
    ObjectNode frame = JsonNodeFactory.instance.objectNode().put("type", ENDED).put("why", why);
    arrivals.add(new Arrival(frame, Micros.now(clock)));
  }
}
