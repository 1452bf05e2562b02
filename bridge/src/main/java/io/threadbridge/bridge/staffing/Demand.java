package io.threadbridge.bridge.staffing;

import java.time.Duration;

/// How many visitors come, one by one and independently of each other, and how long one is served.
///
/// @param perHour more than 0, at most [#PER_HOUR_MAX]
/// @param handling from the first answer to the end, on average; a second or more
record Demand(double perHour, Duration handling) {
  /// So many visitors in an hour are believed.
  static final double PER_HOUR_MAX = 10_000;

  static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final double SECONDS_OF_HOUR = 3_600;

  Demand {
    if (!(perHour > 0 && perHour <= PER_HOUR_MAX)) {
      throw new IllegalArgumentException(
          "visitors an hour are more than 0 and at most " + PER_HOUR_MAX + ", not " + perHour);
    }
    if (handling.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("a conversation takes a second or more: " + handling);
    }
  }

  double perSecond() {
    return perHour / SECONDS_OF_HOUR;
  }

  /// How many conversations a person ends in a second who has one at a time.
  double endsPerSecond() {
    return 1 / seconds(handling);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
