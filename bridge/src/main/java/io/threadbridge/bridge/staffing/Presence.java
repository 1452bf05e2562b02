package io.threadbridge.bridge.staffing;

import java.util.OptionalDouble;

/// How many people were there, as a colleague would say it.
///
/// @param people how many were there all the time
public record Presence(Kind kind, int people) {
  /// What is known of it.
  public enum Kind {
    /// Nobody knows.
    UNKNOWN,
    /// Nobody was there.
    NOBODY,
    /// One person was there for a part of the time.
    PARTLY,
    /// Somebody was there all the time.
    PEOPLE
  }

  /// Six minutes of an hour make no difference.
  private static final double ABOUT = 0.1;

  /// An average without differences that nobody would speak of.
  static double steady(double average) {
    double whole = Math.rint(average);
    return Math.abs(whole - average) <= ABOUT ? whole : average;
  }

  static Presence of(OptionalDouble average) {
    if (average.isEmpty()) {
      return new Presence(Kind.UNKNOWN, 0);
    }
    double people = steady(average.getAsDouble());
    if (people < 1) {
      return new Presence(people == 0 ? Kind.NOBODY : Kind.PARTLY, 0);
    }
    return new Presence(Kind.PEOPLE, (int) people);
  }
}
