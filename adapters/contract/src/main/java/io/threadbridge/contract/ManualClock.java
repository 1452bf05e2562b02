package io.threadbridge.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it. May be moved and read by several threads.
public final class ManualClock implements InstantSource {
  private final AtomicReference<Instant> moment;

  /// Shows `start` until it is moved.
  public ManualClock(Instant start) {
    this.moment = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return moment.get();
  }

  /// Moves forward by `length` and answers the new moment; a negative length moves back, as real
  /// clocks do when they are corrected.
  public Instant advance(Duration length) {
    return moment.updateAndGet(now -> now.plus(length));
  }

  /// Shows `other` from now on.
  public void set(Instant other) {
    moment.set(other);
  }
}
