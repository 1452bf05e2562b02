package io.threadbridge.web;

import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.FrameWriter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Session;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/// A visitor's socket as a line.
final class SocketLine implements VisitorLine {
  private final WebSocketSession socket;
  private final FrameWriter writer;
  private final AtomicBoolean ended = new AtomicBoolean();

  SocketLine(WebSocketSession socket, FrameWriter writer) {
    this.socket = socket;
    this.writer = writer;
  }

  @Override
  public void send(FrameToVisitor frame) throws IOException {
    if (ended.get()) {
      return;
    }
    if (!socket.isOpen()) {
      throw new IOException("the socket is closed");
    }
    socket.sendMessage(new TextMessage(writer.encode(frame)));
  }

  /// Whether it was ended from this side: what still comes is not listened to.
  boolean hasEnded() {
    return ended.get();
  }

  /// A last frame before the end; lost if the client takes nothing.
  void refuse(FrameToVisitor.Refused last) {
    try {
      send(last);
    } catch (IOException _) {
      cut();
    }
  }

  /// The close frame waits behind what the client has not taken yet, so it waits on a thread of its
  /// own.
  @Override
  public void end(LineEnd why) {
    if (ended.compareAndSet(false, true)) {
      Thread.ofVirtual().name("visitor-end").start(() -> close(why));
    }
  }

  private void close(LineEnd why) {
    try {
      socket.close(new CloseStatus(why.code()));
    } catch (IOException _) {
      disconnect();
    }
  }

  @Override
  public void cut() {
    ended.set(true);
    Thread.ofVirtual().name("visitor-cut").start(this::disconnect);
  }

  private void disconnect() {
    if (socket instanceof NativeWebSocketSession wrapper
        && wrapper.getNativeSession() instanceof Session jetty) {
      jetty.disconnect();
    }
  }

  @Override
  public boolean beats() {
    return false;
  }
}
