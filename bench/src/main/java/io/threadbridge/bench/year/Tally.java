package io.threadbridge.bench.year;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// The counts of a simulation; firms that run side by side share one.
final class Tally {
  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

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

  private LongAdder adder(Count count) {
    return java.util.Objects.requireNonNull(counts.get(count));
  }
}
