package io.threadbridge.bridge.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Token buckets shared by all instances.
public interface RateLimits {
  /// Takes one token of a bucket that holds `burst` and gains `perMinute`; empty if there was one,
  /// else how long until there is.
  Optional<Duration> take(String bucket, int perMinute, int burst, Instant now);
}
