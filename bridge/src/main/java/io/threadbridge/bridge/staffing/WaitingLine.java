package io.threadbridge.bridge.staffing;

import java.time.Duration;
import java.util.Optional;

/// What visitors wait for a person, in the long run: Erlang A (M/M/c+M), where who waits leaves
/// after a random patience, and Erlang C (M/M/c), where everybody waits for ever. Both with a pace
/// of service that depends on how many conversations a person has ([Crew]); with a capacity of one
/// they are the textbooks' models.
///
/// The arithmetic: Erlang B's recursion gives the share that finds every place taken if nobody
/// could wait. One series (Palm's) of positive terms, kept as a logarithm, gives how much longer
/// all places stay taken because visitors can wait; the same series with fewer arrivals gives the
/// distribution of the wait (Baccelli and Hebuterne, 1981). Nothing is subtracted that is large and
/// nothing overflows.
///
/// What the model leaves out: an hour is taken as if it had always been so, and visitors as if none
/// came because another did.
final class WaitingLine {
  /// So many terms of the series are added; 24 hours of patience and 10,000 visitors an hour need
  /// a quarter of them.
  static final int TERMS_MAX = 1_000_000;

  /// So long a visitor's patience is believed.
  static final Duration PATIENCE_MAX = Duration.ofHours(24);

  /// The logarithm of what no longer changes a sum.
  private static final double NEGLIGIBLE = -40;

  private final double arrivals;
  private final double pace;
  private final double impatience;
  private final double blocked;
  private final double logQueue;
  private final double waits;

  private WaitingLine(Demand demand, Crew crew, double impatience) {
    this.arrivals = demand.perSecond();
    this.pace = crew.pace(crew.places()) * demand.endsPerSecond();
    this.impatience = impatience;
    double inverse = 1;
    for (int taken = 1; taken <= crew.places(); taken++) {
      inverse = 1 + crew.pace(taken) * demand.endsPerSecond() / arrivals * inverse;
    }
    this.blocked = 1 / inverse;
    this.logQueue = isStable() ? logQueue(arrivals) : Double.POSITIVE_INFINITY;
    this.waits = 1 / (1 + (inverse - 1) * Math.exp(-logQueue));
  }

  /// Erlang C: nobody leaves.
  static WaitingLine patient(Demand demand, Crew crew) {
    return new WaitingLine(demand, crew, 0);
  }

  /// Erlang A.
  ///
  /// @param patience how long one waits before leaving, on average
  /// @throws IllegalArgumentException if patience is not from a second to [#PATIENCE_MAX]
  static WaitingLine impatient(Demand demand, Crew crew, Duration patience) {
    if (patience.compareTo(Demand.SHORTEST) < 0 || patience.compareTo(PATIENCE_MAX) > 0) {
      throw new IllegalArgumentException(
          "patience is from a second to " + PATIENCE_MAX.toHours() + " hours, not " + patience);
    }
    return new WaitingLine(demand, crew, 1 / Demand.seconds(patience));
  }

  /// Whether the line stays short: always if visitors leave, and else if the people can serve more
  /// than come.
  boolean isStable() {
    return impatience > 0 || arrivals < pace;
  }

  /// The share that would be turned away if nobody could wait: Erlang B.
  double blocked() {
    return blocked;
  }

  /// The share that finds no place free; 1 if the line grows without end.
  double waits() {
    return waits;
  }

  /// The share of all visitors who get to a person after at most `time`. Who left before is none of
  /// them; 0 if the line grows without end.
  double servedWithin(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a wait is not negative: " + time);
    }
    if (!isStable()) {
      return 0;
    }
    double past = Demand.seconds(time);
    double staying = Math.exp(-impatience * past);
    double come = impatience == 0 ? arrivals * past : arrivals / impatience * (1 - staying);
    double logLater = come - pace * past - logQueue;
    double inTime =
        -Math.expm1(-logQueue)
            + Math.exp(logLater)
            - Math.exp(logLater + logQueue(arrivals * staying));
    return share(1 - waits + waits * pace / arrivals * inTime);
  }

  /// The share of all visitors who leave before anybody is free.
  double leaves() {
    if (impatience == 0) {
      return 0;
    }
    return share(waits * (1 + pace / arrivals * Math.expm1(-logQueue)));
  }

  /// How long all visitors wait on average, those who wait not at all and those who leave among
  /// them; empty if the line grows without end.
  Optional<Duration> meanWait() {
    if (!isStable()) {
      return Optional.empty();
    }
    double seconds = impatience == 0 ? waits / (pace - arrivals) : leaves() / impatience;
    return Optional.of(Duration.ofNanos(Math.round(seconds * Duration.ofSeconds(1).toNanos())));
  }

  /// The logarithm of the time that all places are taken, while so many come, against the part of
  /// it in which nobody waits.
  private double logQueue(double coming) {
    if (impatience == 0) {
      return -Math.log1p(-coming / pace);
    }
    double term = 0;
    double sum = 0;
    for (int waiting = 1; waiting <= TERMS_MAX; waiting++) {
      double ratio = coming / (pace + waiting * impatience);
      term += Math.log(ratio);
      sum = Math.max(sum, term) + Math.log1p(Math.exp(-Math.abs(sum - term)));
      if (ratio < 1 && term - sum - Math.log1p(-ratio) < NEGLIGIBLE) {
        break;
      }
    }
    return sum;
  }

  /// Rounding may leave a share by the last digit.
  private static double share(double value) {
    return Math.clamp(value, 0, 1);
  }
}
