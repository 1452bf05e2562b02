package io.threadbridge.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The time of one firm, turned by hand: what happens, in order.
final class Timeline implements InstantSource {
  private record Happening(Instant at, long number, Runnable what) {}

  private final PriorityQueue<Happening> queue =
      new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
  private Instant now;
  private long number;

  Timeline(Instant begin) {
    now = begin;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void at(Instant moment, Runnable what) {
    number++;
    queue.add(new Happening(moment.isBefore(now) ? now : moment, number, what));
  }

  void in(Duration time, Runnable what) {
    at(now.plus(time), what);
  }

  /// Until nothing is left to happen before `end`.
  void runUntil(Instant end) {
    while (!queue.isEmpty() && queue.peek().at().isBefore(end)) {
      Happening next = queue.remove();
      now = next.at();
      next.what().run();
    }
    now = end;
  }
}
