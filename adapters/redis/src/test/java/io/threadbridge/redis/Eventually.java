package io.threadbridge.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Asks again until the answer is yes: for processes that come and go in their own time.
final class Eventually {
  private static final Duration MOST = Duration.ofSeconds(30);
  private static final long PAUSE_MS = 20;

  private Eventually() {}

  static void yes(BooleanSupplier question) {
    long end = System.nanoTime() + MOST.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (!question.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not happen within " + MOST);
      }
      try {
        boolean _ = never.await(PAUSE_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", interrupted);
      }
    }
  }
}
