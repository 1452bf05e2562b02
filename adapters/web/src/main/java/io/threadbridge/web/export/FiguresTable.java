package io.threadbridge.web.export;

import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Figures as a table: a row for each hour, desk, language, page and measure. Nobody is in it, not
/// even where a site counts per person. The columns are described in `docs/digest.md`.
final class FiguresTable {
  private static final List<String> NAMES = List.of("group", "name", "date", "hour");
  private static final List<String> LENGTHS =
      List.of("lengths", "median_seconds", "p90_seconds", "longest_seconds");
  private static final String PRESENT = "present";
  private static final double HALF = 0.5;
  private static final double MOST = 0.9;

  private FiguresTable() {}

  /// The whole file.
  static String of(Figures figures) {
    Csv csv = new Csv();
    csv.row(
        joined(
            NAMES,
            Arrays.stream(Kind.values()).map(FiguresTable::name).toList(),
            LENGTHS,
            PRESENT));
    hours(figures).forEach(hour -> csv.row(hour(figures, hour)));
    Map<String, Counts> desks = new TreeMap<>();
    figures.desks().forEach((desk, counts) -> desks.put(desk.value(), counts));
    rows(csv, "desk", desks);
    rows(csv, "language", new TreeMap<>(figures.languages()));
    rows(csv, "page", new TreeMap<>(figures.pages()));
    for (Measure measure : Measure.values()) {
      measured(csv, measure, figures.of(measure));
    }
    return csv.toString();
  }

  /// The hours in which anything happened, or of which anybody knows who was there; in order.
  static NavigableSet<LocalHour> hours(Figures figures) {
    NavigableSet<LocalHour> hours = new TreeSet<>(figures.hours().keySet());
    hours.addAll(figures.presence().keySet());
    return hours;
  }

  private static List<String> hour(Figures figures, LocalHour hour) {
    return counted(
        List.of("hour", "", hour.date().toString(), Integer.toString(hour.hour())),
        figures.hours().getOrDefault(hour, Counts.NONE),
        present(figures, hour).map(BigDecimal::toPlainString).orElse(""));
  }

  /// How many people were there on average, with two digits; empty if too little is known.
  static Optional<BigDecimal> present(Figures figures, LocalHour hour) {
    return figures.presence().getOrDefault(hour, Attended.NONE).average(1).stream()
        .mapToObj(average -> BigDecimal.valueOf(average).setScale(2, RoundingMode.HALF_EVEN))
        .findFirst();
  }

  private static void rows(Csv csv, String group, Map<String, Counts> all) {
    all.forEach((name, counts) -> csv.row(counted(List.of(group, name, "", ""), counts, "")));
  }

  private static List<String> counted(List<String> names, Counts counts, String present) {
    List<String> numbers =
        Arrays.stream(Kind.values()).map(kind -> Long.toString(counts.of(kind))).toList();
    return joined(names, numbers, empty(LENGTHS.size()), present);
  }

  private static void measured(Csv csv, Measure measure, Distribution lengths) {
    if (lengths.count() > 0) {
      csv.row(
          joined(
              List.of("measure", name(measure), "", ""),
              empty(Kind.values().length),
              List.of(
                  Long.toString(lengths.count()),
                  seconds(lengths.percentile(HALF)),
                  seconds(lengths.percentile(MOST)),
                  seconds(lengths.longest())),
              ""));
    }
  }

  /// What a kind or a measure is called in files, such as `first_answer`.
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String seconds(Optional<Duration> length) {
    return length.map(some -> BigDecimal.valueOf(some.toMillis(), 3).toPlainString()).orElse("");
  }

  private static List<String> empty(int count) {
    return Collections.nCopies(count, "");
  }

  private static List<String> joined(
      List<String> names, List<String> numbers, List<String> lengths, String present) {
    return Stream.of(names, numbers, lengths, List.of(present)).flatMap(List::stream).toList();
  }
}
