package io.threadbridge.config;

import io.threadbridge.bridge.port.DecisionObserver;
import java.time.Duration;

/// One worker's endless loop on a virtual thread. It may catch everything: a failing step is told
/// to the observer and tried again after a pause that grows to two seconds.
final class Loop {
  private static final Duration PAUSE_MAX = Duration.ofSeconds(2);

  /// One step; how long to wait for a signal before the next.
  interface Step {
    Duration run() throws InterruptedException;
  }

  private final String name;
  private final Step step;
  private final DecisionObserver observer;
  private final Signal signal = new Signal();
  private volatile boolean running = true;
  private final Thread thread;

  Loop(String name, Step step, DecisionObserver observer) {
    this.name = name;
    this.step = step;
    this.observer = observer;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void signal() {
    signal.give();
  }

  /// Ends the loop after its present step, and waits for that.
  void stop() throws InterruptedException {
    running = false;
    signal.give();
    thread.join(Duration.ofSeconds(15));
  }

  private void run() {
    Duration pause = Duration.ofMillis(50);
    while (running) {
      try {
        Duration wait = step.run();
        pause = Duration.ofMillis(50);
        if (wait.isPositive()) {
          signal.await(wait);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        observer.workerFailed(name, e);
        pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
        if (!rest(pause)) {
          return;
        }
      }
    }
  }

  private boolean rest(Duration pause) {
    try {
      signal.await(pause);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
