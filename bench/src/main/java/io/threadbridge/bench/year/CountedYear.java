package io.threadbridge.bench.year;

import io.threadbridge.bench.recount.Recount;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The figures of a simulated year, recounted from its journals.
public final class CountedYear {
  private CountedYear() {}

  /// A recount for each firm.
  public static Stream<Recount> live(int firms, int conversations, long seed) {
    Tally tally = new Tally();
    List<Integer> numbers = IntStream.range(0, firms).boxed().toList();
    return numbers.parallelStream()
        .map(
            number -> {
              Firm firm = new Firm(seed * 1_000 + number, Variation.NONE, tally);
              firm.live(conversations);
              return firm.recount();
            });
  }
}
