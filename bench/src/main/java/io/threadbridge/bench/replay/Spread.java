package io.threadbridge.bench.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/// How durations spread, in microseconds.
final class Spread {
  private static final double MICROS_PER_MILLI = 1_000;

  private final long[] sorted;

  private Spread(long[] sorted) {
    this.sorted = sorted;
  }

  static Spread of(LongStream durations) {
    long[] sorted = durations.toArray();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  /// The smallest duration that so many of a hundred do not exceed; 0 if there are none.
  long percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
  }

  /// Median, 99th percentile and the longest, in milliseconds.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median %.1f ms, 99th percentile %.1f ms, longest %.1f ms",
        percentile(50) / MICROS_PER_MILLI,
        percentile(99) / MICROS_PER_MILLI,
        percentile(100) / MICROS_PER_MILLI);
  }
}
