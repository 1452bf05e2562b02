package io.threadbridge.teams;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets what happens in one thread be handled in the order in which it came, though each request
/// has a thread of its own: two replies in a row must not overtake each other while the first
/// waits for Teams to say who wrote it. Nothing is kept of a thread in which nothing happens.
final class ThreadTurns {
  /// Teams sends what was not acknowledged within 15 s again.
  private static final Duration WAIT = Duration.ofSeconds(12);

  /// A thread's turn, while anybody has it or waits for it. How many those are changes only while
  /// the map is at this thread.
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int takers;
  }

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
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
    Turn turn = turns.compute(thread, (_, known) -> taken(known == null ? new Turn() : known));
    try {
      return done(turn.lock, work);
    } finally {
      turns.computeIfPresent(thread, (_, known) -> --known.takers == 0 ? null : known);
    }
  }

  private static Turn taken(Turn turn) {
    turn.takers++;
    return turn;
  }

  private <T> T done(ReentrantLock lock, Supplier<T> work) {
    try {
      if (!lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailable("what came before in the thread takes too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("stopping", e);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// In how many threads something happens now.
  int busy() {
    return turns.size();
  }
}
