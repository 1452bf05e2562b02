package io.threadbridge.bridge.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Token buckets shared by all instances.
public interface RateLimits {
  /// Takes one token of each bucket of a budget; empty if all of them had one, else how long until
  /// they have, and then nothing is taken.
  Optional<Duration> take(Budget budget, Instant now);

  /// Takes one token of each of these budgets, one after the other, until one has none. What was
  /// taken of those before it is not given back: that errs on the side of the platform.
  default Optional<Duration> takeAll(List<Budget> budgets, Instant now) {
    for (Budget budget : budgets) {
      Optional<Duration> wait = take(budget, now);
      if (wait.isPresent()) {
        return wait;
      }
    }
    return Optional.empty();
  }

  /// Takes one token of a bucket that holds `burst` and gains `perMinute`; empty if there was one,
  /// else how long until there is.
  default Optional<Duration> take(String bucket, int perMinute, int burst, Instant now) {
    Rate rate = new Rate(burst, Duration.ofMinutes(1).dividedBy(perMinute));
    return take(new Budget(bucket, List.of(rate)), now);
  }
}
