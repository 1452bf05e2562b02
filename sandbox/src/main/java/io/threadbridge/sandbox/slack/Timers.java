package io.threadbridge.sandbox.slack;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What is to happen a moment later; the work itself must be short, one thread does it all.
final class Timers implements AutoCloseable {
  private final ScheduledExecutorService service =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-timers").factory());

  void after(long millis, Runnable work) {
    // Nobody waits for it, and after the end nothing is started any more.
    if (!service.isShutdown()) {
      Future<?> _ = service.schedule(work, millis, TimeUnit.MILLISECONDS);
    }
  }

  void every(long millis, Runnable work) {
    Future<?> _ = service.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    service.shutdownNow();
  }
}
