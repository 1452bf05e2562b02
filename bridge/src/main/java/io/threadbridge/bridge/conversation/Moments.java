package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Comparisons of moments, for those who name the next one.
final class Moments {
  private Moments() {}

  static Optional<Instant> first(List<Optional<Instant>> moments) {
    return moments.stream().flatMap(Optional::stream).min(Instant::compareTo);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static boolean isDue(Optional<Instant> moment, Instant now) {
    return moment.isPresent() && !moment.get().isAfter(now);
  }
}
