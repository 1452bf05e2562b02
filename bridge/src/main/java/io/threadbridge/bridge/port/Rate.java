package io.threadbridge.bridge.port;

import java.time.Duration;

/// How often something may be done: a token bucket, which is full after a rest.
///
/// @param burst how many tokens it holds; at least 1
/// @param between the time in which it gains one; zero: no limit
public record Rate(int burst, Duration between) {
  /// As often as one likes.
  public static final Rate UNLIMITED = new Rate(1, Duration.ZERO);

  private static final double SECOND_NS = 1e9;

  public Rate {
    if (between.isNegative() || burst < 1) {
      throw new IllegalArgumentException("a rate allows at least one at a time");
    }
  }

  /// So many at once, and in the long run so many a second.
  public static Rate perSecond(int burst, double perSecond) {
    return new Rate(burst, Duration.ofNanos((long) Math.ceil(SECOND_NS / perSecond)));
  }

  /// Whether it limits anything.
  public boolean isLimit() {
    return between.isPositive();
  }

  /// The most that it allows within any window of this length, its ends included: a full bucket,
  /// and what it gains meanwhile.
  public long most(Duration window) {
    return isLimit() ? burst + window.dividedBy(between) : Long.MAX_VALUE;
  }

  /// The same bucket for somebody who leaves a third of it to others.
  public Rate leavingAThird() {
    return new Rate(burst - burst / 3, between);
  }
}
