package io.threadbridge.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/// When the program of one firm was restarted during the year: browsers repeat what they send, and
/// wake-ups come when it is back.
final class Outages {
  /// Every three hours.
  private static final int RESTARTS = 2_920;

  /// So long is the program away at most.
  static final Duration LONGEST = Duration.ofSeconds(40);

  private final NavigableMap<Instant, Instant> spans = new TreeMap<>();

  Outages(Random random, Instant begin, Duration year) {
    for (int i = 0; i < RESTARTS; i++) {
      Instant from = begin.plusMillis(random.nextLong(year.toMillis()));
      spans.put(from, from.plusMillis(1 + random.nextInt((int) LONGEST.toMillis())));
    }
  }

  /// The first moment from `moment` on at which the program runs.
  Instant running(Instant moment) {
    Map.Entry<Instant, Instant> last = spans.floorEntry(moment);
    return last != null && last.getValue().isAfter(moment) ? last.getValue() : moment;
  }

  int count() {
    return spans.size();
  }
}
