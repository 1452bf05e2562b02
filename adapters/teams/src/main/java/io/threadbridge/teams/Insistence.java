package io.threadbridge.teams;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.function.Supplier;

/// Tries for a while to take in what cannot be kept at once. Teams sends an activity again that is
/// not answered within 15 s; of one that was refused Microsoft promises nothing. Of each
/// conversation one activity after the other, so that none overtakes what is still being tried.
///
/// @param within how long is tried; nothing is tried again if it is zero
/// @param turns of the conversations
record Insistence(Duration within, ThreadTurns turns) {
  /// Longer than Teams waits: what was not kept until then is sent once more, and tried once more.
  static final Duration USUAL = Duration.ofSeconds(20);

  /// So long is waited at first, and twice as long each time, up to [#PAUSE_MAX]: whoever is away
  /// may be Teams itself, which counts how often it is asked.
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Duration PAUSE_MAX = Duration.ofSeconds(4);

  Insistence(Duration within) {
    this(within, new ThreadTurns(USUAL));
  }

  /// What the work answers, once it is done in its conversation's turn.
  ///
  /// @param work harmless when repeated
  /// @throws StoreUnavailable if it could not be done
  <T> T on(String conversation, Supplier<T> work) {
    return turns.inTurn(conversation, () -> tried(work));
  }

  private <T> T tried(Supplier<T> work) {
    long end = System.nanoTime() + within.toNanos();
    Duration pause = PAUSE;
    while (true) {
      try {
        return work.get();
      } catch (StoreUnavailable e) {
        if (System.nanoTime() - end >= 0 || !isPaused(pause)) {
          throw e;
        }
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
      }
    }
  }

  private static boolean isPaused(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
