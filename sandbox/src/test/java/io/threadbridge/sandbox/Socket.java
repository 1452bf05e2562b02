package io.threadbridge.sandbox;

import io.threadbridge.sandbox.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A bare Socket Mode client that acknowledges only what it is told to.
final class Socket implements WebSocket.Listener, AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  Socket(String url) {
    socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(url), this).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      Json.parse(partial.toString()).ifPresent(frames::add);
      partial.setLength(0);
    }
    source.request(1);
    return null;
  }

  /// The next frame that fits; those before it are dropped.
  JsonNode await(Predicate<JsonNode> fits) {
    try {
      JsonNode frame = frames.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      while (frame != null && !fits.test(frame)) {
        frame = frames.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (frame == null) {
        throw new AssertionError("no such frame came");
      }
      return frame;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// The next event of that type and subtype (`""` for none), acknowledged.
  JsonNode event(String type, String subtype) {
    JsonNode frame =
        await(
            each -> {
              JsonNode event = each.path("payload").path("event");
              return Json.text(event, "type").equals(type)
                  && Json.text(event, "subtype").equals(subtype);
            });
    acknowledge(frame, Json.object());
    return frame.path("payload").path("event");
  }

  void acknowledge(JsonNode frame, ObjectNode payload) {
    ObjectNode ack = Json.object().put("envelope_id", Json.text(frame, "envelope_id"));
    ack.set("payload", payload);
    socket.sendText(Json.write(ack), true).join();
  }

  /// Leaves as one should, so that the sandbox sends nothing more to it.
  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    closed.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
    closed.complete(code);
    return null;
  }
}
