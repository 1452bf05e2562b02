package io.threadbridge.bridge.figures;

import java.time.Duration;
import java.util.OptionalDouble;

/// How many people were there in an hour, on average, without any of them: the time in which that
/// was known, and how much time all who were there spent there together. Hours add up.
///
/// @param knownMillis in how much of the hour anybody could tell who was there, in milliseconds
/// @param personMillis two people for a minute are two minutes, in milliseconds
public record Attended(long knownMillis, long personMillis) {
  /// An hour of which nobody knows.
  public static final Attended NONE = new Attended(0, 0);

  private static final long HOUR = Duration.ofHours(1).toMillis();

  /// What is known of half of the time is told of all of it; of less, nothing is.
  private static final int PART_KNOWN = 2;

  /// @throws IllegalArgumentException if somebody was there while nobody could tell
  public Attended {
    if (knownMillis < 0 || personMillis < 0 || (knownMillis == 0 && personMillis > 0)) {
      throw new IllegalArgumentException(
          "no time of people: " + personMillis + " ms in " + knownMillis + " ms");
    }
  }

  /// So many people for so many milliseconds.
  public static Attended by(int people, long millis) {
    return new Attended(millis, people * millis);
  }

  /// Both together.
  public Attended plus(Attended other) {
    return new Attended(knownMillis + other.knownMillis, personMillis + other.personMillis);
  }

  /// How many people were there on average in so many hours; empty if too little of them is known.
  ///
  /// @param hours 1 or more
  public OptionalDouble average(int hours) {
    return knownMillis > 0 && knownMillis * PART_KNOWN >= hours * HOUR
        ? OptionalDouble.of((double) personMillis / knownMillis)
        : OptionalDouble.empty();
  }
}
