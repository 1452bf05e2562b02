package io.threadbridge.web;

import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.FrameWriter;
import io.threadbridge.web.wire.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A visitor's event stream as a line: one `data:` line for each frame, and a message's number as
/// the event's id. A stream has no close codes, so a token that opens nothing any more is told as a
/// last `refused` frame.
final class StreamLine implements VisitorLine {
  private final EventStream stream;
  private final FrameWriter writer;
  private final AtomicBoolean ended = new AtomicBoolean();

  StreamLine(EventStream stream, FrameWriter writer) {
    this.stream = stream;
    this.writer = writer;
  }

  @Override
  public void send(FrameToVisitor frame) throws IOException {
    if (ended.get()) {
      return;
    }
    String id = frame instanceof FrameToVisitor.Said said ? Integer.toString(said.seq()) : "";
    stream.event(id, writer.encode(frame));
  }

  @Override
  public void end(LineEnd why) {
    if (ended.get()) {
      return;
    }
    Thread.ofVirtual().name("visitor-end").start(() -> close(why));
  }

  private void close(LineEnd why) {
    if (why == LineEnd.TOKEN) {
      try {
        send(FrameToVisitor.Refused.of(Optional.empty(), Reason.UNKNOWN));
      } catch (IOException _) {
        cut();
      }
    }
    complete();
  }

  /// A write that a client holds up ends with the container's own idle time; nothing more is
  /// written after that.
  @Override
  public void cut() {
    Thread.ofVirtual().name("visitor-cut").start(this::complete);
  }

  private void complete() {
    if (ended.compareAndSet(false, true)) {
      stream.complete();
    }
  }

  @Override
  public boolean beats() {
    return true;
  }
}
