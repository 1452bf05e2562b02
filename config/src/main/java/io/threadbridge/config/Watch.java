package io.threadbridge.config;

import io.threadbridge.bridge.port.DecisionObserver;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/// Looks at something again and again, for as long as the program runs.
abstract class Watch implements SmartLifecycle {
  private final Loop loop;
  private volatile boolean running;

  /// @param of what it looks at, for people
  Watch(String of, DecisionObserver observer) {
    this.loop = new Loop(of, this::look, observer);
  }

  /// Looks; how long until the next look.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if nothing could be seen now
  abstract Duration look() throws InterruptedException;

  @Override
  public final void start() {
    running = true;
    loop.start();
  }

  @Override
  public final void stop() {
    running = false;
    try {
      loop.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isRunning() {
    return running;
  }
}
