package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One tab of a visitor over a socket.
final class SocketClient implements WebSocket.Listener {
  static final int PATIENCE_SECONDS = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  SocketClient(HttpClient http, URI program, String origin) {
    URI address = URI.create(program.toString().replace("http", "ws") + "/visitor/v1/socket");
    socket = http.newWebSocketBuilder().header("Origin", origin).buildAsync(address, this).join();
  }

  /// Opens and greets.
  static SocketClient greeted(HttpClient http, URI program, String token, int after) {
    SocketClient client = new SocketClient(http, program, program.toString());
    client.hello(token, after);
    return client;
  }

  void hello(String token, int after) {
    send("{\"type\":\"hello\",\"token\":\"" + token + "\",\"after\":" + after + "}");
  }

  void say(String id, String text) {
    send("{\"type\":\"say\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
  }

  void cut() {
    socket.abort();
  }

  void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      frames.add(JSON.readTree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  /// The next frame of any type.
  JsonNode next() {
    try {
      JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(frame).as("a frame within " + PATIENCE_SECONDS + " s").isNotNull();
      return java.util.Objects.requireNonNull(frame);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The next frame of this type; others before it are passed over.
  JsonNode next(String type) {
    JsonNode frame = next();
    while (!frame.path("type").stringValue("").equals(type)) {
      frame = next();
    }
    return frame;
  }

  /// Everything up to and with the next frame of this type.
  List<JsonNode> upTo(String type) {
    List<JsonNode> all = new ArrayList<>();
    do {
      all.add(next());
    } while (!all.getLast().path("type").stringValue("").equals(type));
    return all;
  }

  /// Everything that has come by the time the bridge answers a `ping`.
  List<JsonNode> rest() {
    send("{\"type\":\"ping\"}");
    List<JsonNode> all = upTo("pong");
    return all.subList(0, all.size() - 1);
  }

  int closeCode() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
