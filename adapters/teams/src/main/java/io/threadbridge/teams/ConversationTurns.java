package io.threadbridge.teams;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One call at a time on one conversation. Conversations share [#STRIPES] turns by their ids, so
/// nothing grows with their number; two that share one only wait for each other.
final class ConversationTurns {
  /// Whoever waits longer for a turn is told to come again.
  static final Duration WAIT = Duration.ofMillis(1_500);

  private static final int STRIPES = 256;

  private final Semaphore[] turns = new Semaphore[STRIPES];

  ConversationTurns() {
    for (int i = 0; i < STRIPES; i++) {
      turns[i] = new Semaphore(1, true);
    }
  }

  /// What the call answers; empty if the turn did not come, and nothing was called.
  <T> Optional<T> take(String conversation, Supplier<T> call) {
    Semaphore turn = turns[Math.floorMod(conversation.hashCode(), STRIPES)];
    if (!isMine(turn)) {
      return Optional.empty();
    }
    try {
      return Optional.of(call.get());
    } finally {
      turn.release();
    }
  }

  private static boolean isMine(Semaphore turn) {
    try {
      return turn.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
