package io.threadbridge.bench.year;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// The counts of a simulation; firms that run side by side share one.
final class Tally {
  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
  private final LongAccumulator latestMillis = new LongAccumulator(Math::max, 0);

  Tally() {
    for (Count count : Count.values()) {
      counts.put(count, new LongAdder());
    }
  }

  void count(Count count) {
    adder(count).increment();
  }

  void count(Count count, long many) {
    adder(count).add(many);
  }

  long of(Count count) {
    return adder(count).sum();
  }

  /// Something that was allowed to be late was late by so much.
  void late(Duration by) {
    latestMillis.accumulate(by.toMillis());
  }

  /// The most by which any of those was late.
  Duration latest() {
    return Duration.ofMillis(latestMillis.get());
  }

  private LongAdder adder(Count count) {
    return java.util.Objects.requireNonNull(counts.get(count));
  }
}
