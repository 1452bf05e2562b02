package io.threadbridge.config.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One socket of a visitor, until it is lost.
final class Line implements WebSocket.Listener, AutoCloseable {
  private static final long OPEN_SECONDS_MAX = 10;
  private static final long FRAME_MILLIS_MAX = 100;

  /// The line is gone: come back.
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(String why) {
      super(why);
    }
  }

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private volatile boolean lost;

  Line(HttpClient http, URI program) {
    URI address = URI.create("ws://" + program.getAuthority() + "/visitor/v1/socket");
    socket =
        await(
            http.newWebSocketBuilder()
                .header("Origin", program.toString())
                .buildAsync(address, this));
  }

  void send(Map<String, ?> frame) {
    WebSocket _ = await(socket.sendText(Web.JSON.writeValueAsString(frame), true));
  }

  /// The next frame, if one comes soon.
  Optional<JsonNode> next() {
    try {
      JsonNode frame = frames.poll(FRAME_MILLIS_MAX, MILLISECONDS);
      if (frame == null && lost) {
        throw new Lost("closed");
      }
      return Optional.ofNullable(frame);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Lost("interrupted");
    }
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.orTimeout(OPEN_SECONDS_MAX, SECONDS).join();
    } catch (CompletionException e) {
      throw new Lost(String.valueOf(e.getCause()));
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      frames.add(Web.JSON.readTree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
    lost = true;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    lost = true;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
