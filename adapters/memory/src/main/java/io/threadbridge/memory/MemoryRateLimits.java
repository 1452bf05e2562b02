package io.threadbridge.memory;

import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.Rate;
import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Token buckets in a map, each kept as the moment at which it is full again: one number says it
/// all.
public final class MemoryRateLimits implements RateLimits {
  private final Map<String, List<Instant>> fullAt = new HashMap<>();

  /// With all buckets full.
  public MemoryRateLimits() {}

  @Override
  public synchronized Optional<Duration> take(Budget budget, Instant now) {
    List<Instant> next = new ArrayList<>();
    Instant allowed = now;
    for (int bucket = 0; bucket < budget.rates().size(); bucket++) {
      Rate rate = budget.rates().get(bucket);
      Instant full = later(now, fullAt(budget, bucket));
      allowed = later(allowed, full.minus(rate.between().multipliedBy(rate.burst() - 1L)));
      next.add(full.plus(rate.between()));
    }
    if (allowed.isAfter(now)) {
      return Optional.of(Duration.between(now, allowed));
    }
    fullAt.put(budget.name(), next);
    return Optional.empty();
  }

  /// Nothing comes out of this budget before `until`, then one, and no burst.
  synchronized void hold(Budget budget, Instant until) {
    Rate rate = budget.rates().getFirst();
    Instant full = until.plus(rate.between().multipliedBy(rate.burst() - 1L));
    List<Instant> known = new ArrayList<>(fullAt.getOrDefault(budget.name(), List.of(full)));
    known.set(0, later(known.getFirst(), full));
    fullAt.put(budget.name(), known);
  }

  private Instant fullAt(Budget budget, int bucket) {
    List<Instant> known = fullAt.getOrDefault(budget.name(), List.of());
    return bucket < known.size() ? known.get(bucket) : Instant.MIN;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
