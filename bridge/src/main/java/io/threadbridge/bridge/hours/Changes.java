package io.threadbridge.bridge.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Looks for the moment at which an answer changes, from one possible moment to the next.
final class Changes {
  /// How many possible moments are looked at: an hour apart on the average for the whole time.
  static final int LOOKS_AT_MOST = 24 * OnCall.DAYS_AT_MOST;

  private static final Duration AHEAD = Duration.ofDays(OnCall.DAYS_AT_MOST);

  private Changes() {}

  /// The first moment after this one at which the answer differs.
  ///
  /// @param possible the next moment after another at which the answer may change
  static Optional<Instant> next(
      Instant after, Function<Instant, Optional<Instant>> possible, Function<Instant, ?> answer) {
    Object now = answer.apply(after);
    Optional<Instant> moment = possible.apply(after);
    for (int look = 0; look < LOOKS_AT_MOST; look++) {
      if (moment.isEmpty() || moment.get().isAfter(after.plus(AHEAD))) {
        return Optional.empty();
      }
      if (!answer.apply(moment.get()).equals(now)) {
        return moment;
      }
      moment = possible.apply(moment.get());
    }
    return Optional.empty();
  }
}
