package io.threadbridge.teams;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Lets what happens in one thread be handled in the order in which it came, though each request
/// has a thread of its own: two replies in a row must not overtake each other while the first
/// waits for Teams to say who wrote it. Different threads share a turn by chance only.
final class ThreadTurns {
  private static final int TURNS = 256;

  /// Teams sends what was not acknowledged within 15 s again.
  private static final Duration WAIT = Duration.ofSeconds(12);

  private final List<ReentrantLock> turns =
      IntStream.range(0, TURNS).mapToObj(_ -> new ReentrantLock(true)).toList();

  private final Duration wait;

  ThreadTurns() {
    this(WAIT);
  }

  /// @param wait nobody waits longer
  ThreadTurns(Duration wait) {
    this.wait = wait;
  }

  /// Does it when it is its turn.
  ///
  /// @throws StoreUnavailable if its turn does not come in time: nothing was done
  <T> T inTurn(String thread, Supplier<T> work) {
    ReentrantLock turn = turns.get(Math.floorMod(thread.hashCode(), TURNS));
    try {
      if (!turn.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailable("what came before in the thread takes too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("stopping", e);
    }
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }
}
