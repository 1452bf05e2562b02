package io.threadbridge.bench.recognise;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The figures as a table in Markdown, one column for each file and one for all.
final class Table {
  private static final double NANOS_PER_MICRO = 1_000;

  private Table() {}

  static String of(Map<String, Figures> columns) {
    StringBuilder table = new StringBuilder();
    row(table, "", List.copyOf(columns.keySet()));
    row(table, "---", columns.keySet().stream().map(_ -> "---").toList());
    List<Figures> all = List.copyOf(columns.values());
    row(table, "lines", all.stream().map(one -> count(one.lines())).toList());
    tally(table, "bare greeting", all.stream().map(Figures::greetings).toList());
    tally(table, "farewell", all.stream().map(Figures::farewells).toList());
    row(table, "first messages with a request", all.stream().map(Table::requests).toList());
    row(table, "taken for a bare greeting", all.stream().map(Table::taken).toList());
    row(
        table,
        "time a line: median, 99 %",
        all.stream().map(Figures::time).map(Table::spell).toList());
    row(
        table,
        "time for a promise: median, 99 %",
        all.stream().map(Figures::promiseTime).map(Table::spell).toList());
    return table.toString();
  }

  private static void tally(StringBuilder table, String name, List<Tally> tallies) {
    row(
        table,
        name + ": labelled, found, both",
        tallies.stream()
            .map(one -> count(one.labelled()) + ", " + count(one.said()) + ", " + count(one.both()))
            .toList());
    row(table, name + ": precision", tallies.stream().map(one -> share(one.precision())).toList());
    row(table, name + ": recall", tallies.stream().map(one -> share(one.recall())).toList());
  }

  private static String requests(Figures figures) {
    return count(figures.requests()) + " and " + figures.onlyGreeting() + " that only greet";
  }

  private static String taken(Figures figures) {
    return figures.taken() + String.format(Locale.ROOT, " (%.2f %%)", figures.takenShare() * 100);
  }

  private static void row(StringBuilder table, String name, List<String> cells) {
    table.append("| ").append(name).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private static String spell(Spell time) {
    return micros(time.medianNanos()) + ", " + micros(time.slowNanos());
  }

  private static String micros(long nanos) {
    return String.format(Locale.ROOT, "%.0f µs", nanos / NANOS_PER_MICRO);
  }
}
