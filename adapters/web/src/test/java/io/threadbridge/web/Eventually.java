package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread brings about, as briefly as that takes.
final class Eventually {
  private static final int LOOKS = 5_000;
  private static final long BETWEEN_NANOS = 2_000_000;

  private Eventually() {}

  static void holds(BooleanSupplier condition) {
    for (int look = 0; look < LOOKS && !condition.getAsBoolean(); look++) {
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
