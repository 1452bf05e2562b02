package io.threadbridge.bridge.staffing;

import java.time.Duration;
import java.util.OptionalDouble;

/// What happened in one hour of the week, added up over all the times it was looked at.
///
/// @param times how often the hour has been: usually once a week, not at all on a day of 23 hours,
///     twice on one of 25
/// @param arrivals visitors whose first words came in it
/// @param answered those of them whom a person answered
/// @param handling how long their conversations took in all, from the first answer to the end
/// @param waitedLong visitors who waited over [#LONG_WAIT] for a first answer, or in vain
/// @param missed those of them who counted as missed
/// @param laterLong waits of over [#LONG_WAIT] after a first answer, such as for what was promised
/// @param present people who were there on average; empty if nobody knows
public record HourLoad(
    int times,
    int arrivals,
    int answered,
    Duration handling,
    int waitedLong,
    int missed,
    int laterLong,
    OptionalDouble present) {
  /// From here on a wait is told to the manager.
  public static final Duration LONG_WAIT = Duration.ofMinutes(2);

  /// An hour that has not been looked at.
  public static final HourLoad NONE =
      new HourLoad(0, 0, 0, Duration.ZERO, 0, 0, 0, OptionalDouble.empty());

  public HourLoad {
    if (times < 0 || missed < 0 || answered < 0 || laterLong < 0 || handling.isNegative()) {
      throw new IllegalArgumentException("an hour's counts are not negative");
    }
    if (waitedLong < missed || arrivals < waitedLong || arrivals < answered) {
      throw new IllegalArgumentException("more visitors waited or were answered than came");
    }
    if (times == 0 && arrivals > 0) {
      throw new IllegalArgumentException("nobody comes in an hour that has not been");
    }
    if (present.isPresent() && !(present.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("people who are there are not " + present.getAsDouble());
    }
  }

  /// Both together; who was there is known only if it is known of both.
  public HourLoad plus(HourLoad other) {
    return new HourLoad(
        times + other.times,
        arrivals + other.arrivals,
        answered + other.answered,
        handling.plus(other.handling),
        waitedLong + other.waitedLong,
        missed + other.missed,
        laterLong + other.laterLong,
        presentWith(other));
  }

  private OptionalDouble presentWith(HourLoad other) {
    if (times == 0 || other.times == 0) {
      return times == 0 ? other.present : present;
    }
    if (present.isEmpty() || other.present.isEmpty()) {
      return OptionalDouble.empty();
    }
    double hours = present.getAsDouble() * times + other.present.getAsDouble() * other.times;
    return OptionalDouble.of(hours / (times + other.times));
  }
}
