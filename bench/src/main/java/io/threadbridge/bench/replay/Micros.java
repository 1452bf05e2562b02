package io.threadbridge.bench.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Moments in microseconds since 1970, which is how the sandbox numbers its messages.
final class Micros {
  private static final int PER_SECOND = 1_000_000;

  private Micros() {}

  static long now(InstantSource clock) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }

  /// Of a message's `ts`, which is `<seconds>.<six digits>`.
  static long of(String ts) {
    int dot = ts.indexOf('.');
    return Long.parseLong(ts.substring(0, dot)) * PER_SECOND
        + Long.parseLong(ts.substring(dot + 1));
  }
}
