package io.threadbridge.redis;

import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Token buckets in Redis; those that are full again cost nothing.
public final class RedisRateLimits implements RateLimits {
  private final LuaScript take = LuaScript.named("take-token");
  private final RedisConnections redis;

  /// Limits behind these connections.
  public RedisRateLimits(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Optional<Duration> take(Budget budget, Instant now) {
    List<Object> answer =
        take.run(
            redis, List.of(RedisKeys.limit(budget.name())), Buckets.after(Millis.of(now), budget));
    return Optional.of(Duration.ofMillis((Long) answer.getFirst())).filter(Duration::isPositive);
  }
}
