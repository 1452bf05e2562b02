package io.threadbridge.config;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Warms the way from a visitor to the desk and back before the program says that it is ready.
///
/// It only makes the first visitor's wait shorter: a part that fails is told to the log, one that
/// takes longer than [#SECONDS_MAX] goes on beside the program, and neither stops the start.
final class WarmUp implements ApplicationRunner {
  /// The start waits no longer.
  static final int SECONDS_MAX = 3;

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final List<Runnable> parts;

  /// @param parts what leaves no trace; all begin at once
  WarmUp(List<Runnable> parts) {
    this.parts = parts;
  }

  @Override
  public void run(@Nullable ApplicationArguments arguments) throws InterruptedException {
    CompletableFuture<?>[] running =
        parts.stream()
            .map(part -> CompletableFuture.runAsync(part, Thread::startVirtualThread))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(running).get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.info(
          "The first visitor may wait a little longer, the warm-up failed: {}", cause.toString());
    }
  }
}
