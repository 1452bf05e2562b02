package io.threadbridge.bench.year;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The page of figures that a simulated year prints.
final class Page {
  private Page() {}

  static String of(
      int firms, int conversations, Duration took, Tally year, Map<Variation, Tally> without) {
    StringBuilder page = new StringBuilder();
    page.append(
        "A year of %d firms with %d conversations each, simulated in %.1f s%n%n"
            .formatted(firms, conversations, took.toMillis() / 1_000.0));
    page.append(
        "must be zero                                        figure   with the rule off%n"
            .formatted());
    without.forEach(
        (variation, tally) -> {
          Count count = variation.breaks();
          page.append("%-48s %9d %19d%n".formatted(count.words(), year.of(count), tally.of(count)));
        });
    page.append(
        """

        Counted to the millisecond, from the moment at which the program has the message. Where the
        program itself was away at the moment at which it owed something, it owes it at its return;
        what came later than that counts above. Of these there were, at most %.1f s late:
        """
            .formatted(year.latest().toMillis() / 1_000.0));
    append(page, year, Count::isAllowed);
    page.append('\n');
    append(page, year, count -> !count.mustBeZero() && !count.isAllowed());
    return page.toString();
  }

  private static void append(StringBuilder page, Tally year, Predicate<Count> wanted) {
    Stream.of(Count.values())
        .filter(wanted)
        .forEach(
            count ->
                page.append(
                    String.format(Locale.ROOT, "%-60s %,12d%n", count.words(), year.of(count))));
  }

  /// Whether every figure that must be zero is, and is not once its rule is switched off.
  static boolean isGood(Tally year, Map<Variation, Tally> without) {
    boolean zero =
        Stream.of(Count.values()).filter(Count::mustBeZero).allMatch(c -> year.of(c) == 0);
    return zero
        && without.entrySet().stream()
            .allMatch(entry -> entry.getValue().of(entry.getKey().breaks()) > 0);
  }
}
