package io.threadbridge.bridge.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Token buckets that all instances share: limits per visitor, address and site.
public interface RateLimits {
  /// Takes one token of `bucket`, which gains `perMinute` tokens a minute and holds at most
  /// `burst`;
  /// both at least 1. Empty: it is allowed. Else how long until it would be; nothing is taken then.
  Optional<Duration> take(String bucket, int perMinute, int burst, Instant now);
}
