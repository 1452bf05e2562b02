package io.threadbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Finds a sending that does not end. It is watched from beat to beat, so that a corrected clock
/// cuts nobody.
final class SendWatch {
  /// Odd while something is being sent.
  private final AtomicLong turns = new AtomicLong();

  private volatile long watched;
  private volatile Instant since = Instant.MIN;

  void begins() {
    turns.incrementAndGet();
  }

  void ends() {
    turns.incrementAndGet();
  }

  /// Whether one and the same sending has been seen for longer than this; called at each beat.
  boolean isStuck(Duration longest, Instant now) {
    long current = turns.get();
    if (current % 2 == 0 || current != watched) {
      watched = current;
      since = now;
      return false;
    }
    return since.plus(longest).isBefore(now);
  }
}
