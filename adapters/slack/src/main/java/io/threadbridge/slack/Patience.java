package io.threadbridge.slack;

import java.time.Duration;

/// How long a call of several steps may still take.
final class Patience {
  private final long end;

  private Patience(long end) {
    this.end = end;
  }

  /// Begins now.
  static Patience of(Duration most) {
    return new Patience(System.nanoTime() + most.toNanos());
  }

  /// What is left; nothing where it is over.
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /// The same, but not more than this.
  Patience atMost(Duration most) {
    Patience other = of(most);
    return other.end - end < 0 ? other : this;
  }

  boolean isOver() {
    return left().isZero();
  }

  /// Waits, if there is still something to be done after it; says whether it has waited.
  boolean pause(Duration length) {
    if (left().compareTo(length) <= 0) {
      return false;
    }
    try {
      Thread.sleep(length);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
