package io.threadbridge.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Token buckets by the moment at which each would be full again: one number says it all. Guarded
/// by its owner's lock.
final class TokenBuckets<K> {
  private final Map<K, Instant> fullAt = new HashMap<>();

  /// Takes one token; empty if it was taken, else when there will be one.
  Optional<Instant> take(K bucket, Duration perToken, int burst, Instant now) {
    Instant full = fullAt.getOrDefault(bucket, now);
    Instant allowed = full.minus(perToken.multipliedBy(burst - 1L));
    if (allowed.isAfter(now)) {
      return Optional.of(allowed);
    }
    fullAt.put(bucket, (full.isAfter(now) ? full : now).plus(perToken));
    return Optional.empty();
  }
}
