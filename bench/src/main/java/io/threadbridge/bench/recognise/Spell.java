package io.threadbridge.bench.recognise;

import java.util.stream.LongStream;

/// How long something takes.
///
/// @param medianNanos in half of all cases no longer than this
/// @param slowNanos the 99th percentile
record Spell(long medianNanos, long slowNanos) {
  static Spell of(LongStream nanos) {
    long[] sorted = nanos.sorted().toArray();
    return new Spell(percentile(sorted, 50), percentile(sorted, 99));
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0
        ? 0
        : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
