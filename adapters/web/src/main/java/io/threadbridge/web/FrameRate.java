package io.threadbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A token bucket of one line, kept here: what it guards never leaves this instance. Not safe for
/// use by several threads at a time.
final class FrameRate {
  private final int burst;
  private final Duration perFrame;
  private Instant fullAt;

  FrameRate(int burst, int perMinute, Instant now) {
    this.burst = burst;
    this.perFrame = Duration.ofMinutes(1).dividedBy(perMinute);
    this.fullAt = now;
  }

  /// Takes one; empty if there was one, else how long until there is.
  Optional<Duration> take(Instant now) {
    Instant begin = fullAt.isAfter(now) ? fullAt : now;
    Instant after = begin.plus(perFrame);
    Duration over = Duration.between(now.plus(perFrame.multipliedBy(burst)), after);
    if (over.isPositive()) {
      return Optional.of(over);
    }
    fullAt = after;
    return Optional.empty();
  }
}
