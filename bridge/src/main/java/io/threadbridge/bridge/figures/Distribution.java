package io.threadbridge.bridge.figures;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long something took: how often each length came up ([Bins]), and the longest of all.
///
/// @param bins the bins with anything in them
/// @param longestMillis exact; 0 if there is none
public record Distribution(SortedMap<Integer, Long> bins, long longestMillis) {
  /// Nothing yet.
  public static final Distribution NONE = new Distribution(new TreeMap<>(), 0);

  /// Shares are no numbers of a computer's own: of so many they may come to a hair too much.
  private static final double EXACTLY = 1 - 1e-12;

  /// A distribution that nobody changes afterwards.
  public Distribution {
    bins = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(bins));
  }

  /// How many there are.
  public long count() {
    return bins.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The longest, exactly; empty if there is none.
  public Optional<Duration> longest() {
    return bins.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(longestMillis));
  }

  /// The shortest length that at least this share does not exceed, within 1 %: 0.5 for the median,
  /// 0.9 for the 90th percentile. So *nine in ten within a minute* is never fewer than nine in ten.
  /// Of an even number the median is the lower of the two in the middle.
  ///
  /// @param share from 0 to 1
  public Optional<Duration> percentile(double share) {
    long rank = rank(share, count());
    long below = 0;
    for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
      below += bin.getValue();
      if (below >= rank) {
        return Optional.of(length(Math.min(Bins.millis(bin.getKey()), (double) longestMillis)));
      }
    }
    return Optional.empty();
  }

  /// Which of so many, from the shortest on, is the first that the share does not go beyond.
  ///
  /// @return from 1 on
  public static long rank(double share, long count) {
    return Math.max(1, (long) Math.ceil(share * (double) count * EXACTLY));
  }

  /// The mean, within 1 %; empty if there is none.
  public Optional<Duration> mean() {
    double sum = 0;
    for (Map.Entry<Integer, Long> bin : bins.entrySet()) {
      sum += Bins.millis(bin.getKey()) * bin.getValue().doubleValue();
    }
    return bins.isEmpty() ? Optional.empty() : Optional.of(length(sum / (double) count()));
  }

  /// Both together, as if all had been counted in one.
  public Distribution plus(Distribution other) {
    SortedMap<Integer, Long> sum = new TreeMap<>(bins);
    other.bins.forEach((bin, count) -> sum.merge(bin, count, Long::sum));
    return new Distribution(sum, Math.max(longestMillis, other.longestMillis));
  }

  /// With one more.
  public Distribution with(long millis) {
    SortedMap<Integer, Long> sum = new TreeMap<>(bins);
    sum.merge(Bins.of(millis), 1L, Long::sum);
    return new Distribution(sum, Math.max(longestMillis, millis));
  }

  private static Duration length(double millis) {
    return Duration.ofNanos(Math.round(millis * 1_000_000));
  }
}
