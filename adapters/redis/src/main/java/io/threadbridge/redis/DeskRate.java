package io.threadbridge.redis;

import java.time.Duration;

/// How often a platform takes a post on one desk.
///
/// @param between the time between two posts in the long run, in whole milliseconds; zero: no limit
/// @param burst how many may go at once after a rest; at least 1
public record DeskRate(Duration between, int burst) {
  /// Slack's: one message a second and channel, and short bursts are let pass.
  public static final DeskRate ONE_A_SECOND = new DeskRate(Duration.ofSeconds(1), 3);

  /// For a platform of our own, to measure everything else.
  public static final DeskRate UNLIMITED = new DeskRate(Duration.ZERO, 1);

  public DeskRate {
    if (between.isNegative() || burst < 1) {
      throw new IllegalArgumentException("a desk takes at least one post at a time");
    }
  }
}
