package io.threadbridge.redis;

import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.Rate;
import java.util.List;
import java.util.stream.Stream;

/// A budget's buckets as a script wants them: for each the time between two tokens, in milliseconds
/// and parts of them, and the burst.
final class Buckets {
  private static final double MILLISECOND_NS = 1e6;

  private Buckets() {}

  /// `first`, and then the buckets.
  static List<String> after(String first, Budget budget) {
    Stream<String> buckets = budget.rates().stream().flatMap(Buckets::of);
    return Stream.concat(Stream.of(first), buckets).toList();
  }

  static Stream<String> of(Rate rate) {
    return Stream.of(
        Double.toString(rate.between().toNanos() / MILLISECOND_NS), Integer.toString(rate.burst()));
  }
}
