package io.threadbridge.redis;

import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Token buckets in Redis; one that is full again costs nothing.
public final class RedisRateLimits implements RateLimits {
  private static final double MINUTE_MS = 60_000;

  private final LuaScript take = LuaScript.named("take-token");
  private final RedisConnections redis;

  /// Limits behind these connections.
  public RedisRateLimits(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Optional<Duration> take(String bucket, int perMinute, int burst, Instant now) {
    List<Object> answer =
        take.run(
            redis,
            List.of(RedisKeys.limit(bucket)),
            List.of(
                Millis.of(now), Double.toString(MINUTE_MS / perMinute), Integer.toString(burst)));
    return Optional.of(Duration.ofMillis((Long) answer.getFirst())).filter(Duration::isPositive);
  }
}
