package io.threadbridge.memory;

import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Token buckets in a map.
public final class MemoryRateLimits implements RateLimits {
  private final TokenBuckets<String> buckets = new TokenBuckets<>();

  /// With all buckets full.
  public MemoryRateLimits() {}

  @Override
  public synchronized Optional<Duration> take(
      String bucket, int perMinute, int burst, Instant now) {
    Duration perToken = Duration.ofMinutes(1).dividedBy(perMinute);
    return buckets.take(bucket, perToken, burst, now).map(moment -> Duration.between(now, moment));
  }
}
