package io.threadbridge.sandbox.slack;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids like Slack's, unique across restarts too: they count on from the clock's
/// microseconds.
final class Names {
  private static final int RADIX = 36;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  Names(InstantSource clock) {
    this.clock = clock;
  }

  String next(String prefix) {
    long micros = clock.millis() * 1_000;
    long number = last.updateAndGet(previous -> Math.max(micros, previous + 1));
    return prefix + Long.toString(number, RADIX).toUpperCase(Locale.ROOT);
  }
}
