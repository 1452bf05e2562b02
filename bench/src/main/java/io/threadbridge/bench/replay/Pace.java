package io.threadbridge.bench.replay;

import java.time.Duration;

/// How a visitor goes from one line to the next.
sealed interface Pace {
  /// Says the next line when the last one was answered.
  ///
  /// @param patience an answer that takes longer is a trouble
  record WaitsForAnswers(Duration patience) implements Pace {}

  /// Types on, whether or not somebody answers: each line comes so long after the last, evenly
  /// drawn from `seed` and the visitor's number.
  record TypesOn(long seed, Duration least, Duration most) implements Pace {}
}
