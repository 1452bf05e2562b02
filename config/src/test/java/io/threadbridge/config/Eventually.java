package io.threadbridge.config;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what another thread or process brings about, as briefly as that takes. The bounds are
/// for a busy machine; none of them is a promise of the program.
final class Eventually {
  static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final Duration BETWEEN = Duration.ofMillis(20);

  private Eventually() {}

  /// Waits until it holds.
  static void holds(String what, BooleanSupplier condition) {
    boolean _ =
        gives(
            what, PATIENCE, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /// Waits until there is one.
  static <T> T gives(String what, Supplier<Optional<T>> search) {
    return gives(what, PATIENCE, search);
  }

  /// Waits until there is one, at most so long.
  static <T> T gives(String what, Duration patience, Supplier<Optional<T>> search) {
    long looks = patience.dividedBy(BETWEEN);
    for (long look = 0; look < looks; look++) {
      Optional<T> found = search.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    throw new AssertionError("not within " + patience + ": " + what);
  }
}
