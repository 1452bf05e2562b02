package io.threadbridge.config.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Asks again until the answer is yes. The bounds are for a busy machine; none is a promise.
final class Until {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final long BETWEEN_NANOS = MILLISECONDS.toNanos(50);

  private Until() {}

  /// Waits until it is so; what it was like at last is told if it never is.
  static void yes(String what, BooleanSupplier question, Supplier<String> told) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!question.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE + ": " + what + "; " + told.get());
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  static void yes(String what, BooleanSupplier question) {
    yes(what, question, () -> "");
  }

  /// Lets others work for so long: a fault lasts, whatever happens meanwhile.
  static void over(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(Math.min(BETWEEN_NANOS, end - System.nanoTime()));
    }
  }
}
