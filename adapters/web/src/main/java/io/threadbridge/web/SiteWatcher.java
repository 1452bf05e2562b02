package io.threadbridge.web;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.web.wire.FrameToVisitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// One open widget without a conversation, which is told whether its site takes visitors.
///
/// What is sent takes its turn under one lock, on a virtual thread. The beat never waits for it: it
/// cuts a line that takes nothing.
final class SiteWatcher {
  private final VisitorLine line;
  private final Duration sending;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final SendWatch watch = new SendWatch();
  private final OpenSign sign;
  private volatile Instant beatAt;

  SiteWatcher(
      SiteName site, VisitorLine line, OpenSigns signs, Duration sending, InstantSource clock) {
    this.line = line;
    this.sending = sending;
    this.clock = clock;
    this.beatAt = clock.instant().plus(VisitorSession.BEAT);
    this.sign = new OpenSign(signs, site, this::look);
  }

  /// Tells what the sign says now, and from now on each change. Returns at once.
  void begin() {
    sign.join();
    look();
  }

  private void look() {
    Thread.ofVirtual().name("visitor-site").start(() -> inTurn(false));
  }

  /// What time itself brings: called about once a second, never blocks.
  void beat() {
    Instant now = clock.instant();
    if (watch.isStuck(sending, now)) {
      line.cut();
    } else if (!beatAt.isAfter(now)) {
      beatAt = now.plus(VisitorSession.BEAT);
      Thread.ofVirtual().name("visitor-site").start(() -> inTurn(true));
    }
  }

  void end(LineEnd why) {
    line.end(why);
  }

  /// The line is gone.
  void over() {
    sign.leave();
  }

  private void inTurn(boolean beats) {
    turn.lock();
    try {
      send(sign.news());
      if (beats) {
        send(List.of(new FrameToVisitor.Pong()));
      }
    } catch (IOException _) {
      line.cut();
    } finally {
      turn.unlock();
    }
  }

  private void send(List<FrameToVisitor> frames) throws IOException {
    for (FrameToVisitor frame : frames) {
      watch.begins();
      try {
        line.send(frame);
      } finally {
        watch.ends();
      }
    }
  }
}
