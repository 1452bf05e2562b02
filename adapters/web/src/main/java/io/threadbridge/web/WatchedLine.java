package io.threadbridge.web;

import io.threadbridge.web.wire.FrameToVisitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A line whose sendings are watched: one that does not end is found from outside.
final class WatchedLine {
  private final VisitorLine line;
  private final SendWatch watch = new SendWatch();

  WatchedLine(VisitorLine line) {
    this.line = line;
  }

  void send(List<FrameToVisitor> frames) throws IOException {
    for (FrameToVisitor frame : frames) {
      send(frame);
    }
  }

  void send(FrameToVisitor frame) throws IOException {
    watch.begins();
    try {
      line.send(frame);
    } finally {
      watch.ends();
    }
  }

  /// Whether one sending has lasted longer than this; called at each beat.
  boolean isStuck(Duration longest, Instant now) {
    return watch.isStuck(longest, now);
  }

  void end(LineEnd why) {
    line.end(why);
  }

  void cut() {
    line.cut();
  }

  boolean beats() {
    return line.beats();
  }
}
