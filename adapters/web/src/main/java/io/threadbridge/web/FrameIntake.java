package io.threadbridge.web;

import io.threadbridge.web.wire.FrameToBridge;
import io.threadbridge.web.wire.FrameToVisitor;
import io.threadbridge.web.wire.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Answers the frames of one tab, within the rate of its line. Not safe for use by several threads
/// at a time.
final class FrameIntake {
  /// So many refused frames in a row are too many.
  static final int REFUSED_MAX = 100;

  private final VisitorActions actions;
  private final VisitorTab tab;
  private final FrameRate rate;
  private final InstantSource clock;
  private int refusedInARow;

  FrameIntake(VisitorActions actions, VisitorTab tab, VisitorLimits limits, InstantSource clock) {
    this.actions = actions;
    this.tab = tab;
    this.rate = new FrameRate(limits.frameBurst(), limits.framesPerMinute(), clock.instant());
    this.clock = clock;
  }

  List<FrameToVisitor> answer(FrameToBridge frame) {
    Optional<Duration> wait = overRate(frame, clock.instant());
    if (wait.isEmpty()) {
      return actions.answer(frame, tab);
    }
    refusedInARow++;
    return VisitorActions.refused(frame, Reason.RATE, wait);
  }

  /// Whether the client goes on as if it had not been refused.
  boolean isTooMuch() {
    return refusedInARow >= REFUSED_MAX;
  }

  private Optional<Duration> overRate(FrameToBridge frame, Instant now) {
    if (frame instanceof FrameToBridge.Ping) {
      return Optional.empty();
    }
    Optional<Duration> wait = rate.take(now);
    refusedInARow = wait.isEmpty() ? 0 : refusedInARow;
    return wait;
  }
}
