package io.threadbridge.config;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes one waiting loop; signals that come while it works are one signal.
final class Signal {
  private final Semaphore semaphore = new Semaphore(0);

  void give() {
    if (semaphore.availablePermits() == 0) {
      semaphore.release();
    }
  }

  /// Waits for a signal, at most so long.
  void await(Duration most) throws InterruptedException {
    boolean _ = semaphore.tryAcquire(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
    semaphore.drainPermits();
  }
}
