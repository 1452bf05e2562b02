package io.threadbridge.config;

import org.springframework.context.SmartLifecycle;

/// Something that begins when the program does, after its web server takes requests.
final class AtStart implements SmartLifecycle {
  private final Runnable start;
  private volatile boolean running;

  AtStart(Runnable start) {
    this.start = start;
  }

  @Override
  public void start() {
    running = true;
    start.run();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
