package io.threadbridge.slack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;

/// One Socket Mode connection: text frames in, text frames out. It is used once and never connects
/// again by itself.
final class SlackFrames extends WebSocketClient {
  /// A longer frame ends the connection.
  static final int FRAME_BYTES_MAX = 1024 * 1024;

  /// A connection that answers no ping for one and a half times this long is lost.
  static final int PING_SECONDS = 10;

  private final BiConsumer<SlackFrames, String> onFrame;
  private final CountDownLatch greeting = new CountDownLatch(1);
  private final CountDownLatch replacement = new CountDownLatch(1);

  SlackFrames(URI address, BiConsumer<SlackFrames, String> onFrame) {
    super(address, new Draft_6455(List.of(), FRAME_BYTES_MAX));
    this.onFrame = onFrame;
    setConnectionLostTimeout(PING_SECONDS);
  }

  /// Whether it came up and Slack greeted us, each within this time.
  boolean open(Duration most) throws InterruptedException {
    return connectBlocking(most.toMillis(), TimeUnit.MILLISECONDS)
        && greeting.await(most.toMillis(), TimeUnit.MILLISECONDS)
        && isOpen();
  }

  /// Slack has greeted us: events come from now on.
  void greeted() {
    greeting.countDown();
  }

  /// This connection is to be replaced; it may still be open.
  void replace() {
    replacement.countDown();
  }

  /// Waits until this connection is over or is to be replaced.
  void awaitReplacement() throws InterruptedException {
    replacement.await();
  }

  /// Sends a frame; false if the connection is over.
  boolean offer(String frame) {
    try {
      send(frame);
      return true;
    } catch (WebsocketNotConnectedException _) {
      return false;
    }
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    // Slack greets when it is ready; only then is the connection of use.
  }

  @Override
  public void onMessage(String frame) {
    onFrame.accept(this, frame);
  }

  @Override
  public void onClose(int code, String reason, boolean byOtherSide) {
    greeting.countDown();
    replacement.countDown();
  }

  @Override
  public void onError(Exception error) {
    // Whatever it is, the connection's end follows, and is handled there.
  }
}
