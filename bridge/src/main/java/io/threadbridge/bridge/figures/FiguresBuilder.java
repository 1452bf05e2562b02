package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.DeskRef;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts figures together, number by number. Not for several threads.
public final class FiguresBuilder {
  private final LocalDate from;
  private final LocalDate to;
  private final Map<LocalHour, Map<Kind, Long>> hours = new HashMap<>();
  private final Map<DeskRef, Map<Kind, Long>> desks = new HashMap<>();
  private final Map<String, Map<Kind, Long>> languages = new HashMap<>();
  private final Map<String, Map<Kind, Long>> pages = new HashMap<>();
  private final Map<String, Map<Kind, Long>> people = new HashMap<>();
  private final Map<Measure, SortedMap<Integer, Long>> bins = new EnumMap<>(Measure.class);
  private final Map<Measure, Long> longest = new EnumMap<>(Measure.class);
  private final SortedMap<LocalHour, Attended> presence = new TreeMap<>();

  /// Figures of these days, both included.
  public FiguresBuilder(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
  }

  /// So many times more of a kind, on a desk in an hour.
  public FiguresBuilder inHour(DeskRef desk, LocalHour hour, Kind kind, long times) {
    add(hours, hour, kind, times);
    return add(desks, desk, kind, times);
  }

  /// So many lengths more in a bin.
  public FiguresBuilder inBin(Measure measure, int bin, long times) {
    bins.computeIfAbsent(measure, _ -> new TreeMap<>()).merge(bin, times, Long::sum);
    return this;
  }

  /// A length that is perhaps the longest.
  public FiguresBuilder longest(Measure measure, long millis) {
    longest.merge(measure, millis, Math::max);
    return this;
  }

  /// So many times more of a kind, to visitors who read this language.
  public FiguresBuilder inLanguage(String language, Kind kind, long times) {
    return add(languages, language, kind, times);
  }

  /// So many times more of a kind, to visitors who began on this page.
  public FiguresBuilder onPage(String page, Kind kind, long times) {
    return add(pages, page, kind, times);
  }

  /// So many times more of a kind, done by this person.
  public FiguresBuilder byPerson(String staff, Kind kind, long times) {
    return add(people, staff, kind, times);
  }

  /// So much more time in which people were there, in an hour.
  public FiguresBuilder present(LocalHour hour, Attended attended) {
    presence.merge(hour, attended, Attended::plus);
    return this;
  }

  /// So many times more of what this cell counts.
  public FiguresBuilder in(Cell cell, long times) {
    return switch (cell) {
      case Cell.InHour in ->
          inHour(in.desk(), new LocalHour(in.date(), in.hour()), in.kind(), times);
      case Cell.Length length ->
          inBin(length.measure(), Bins.of(length.millis()), times)
              .longest(length.measure(), length.millis());
      case Cell.InLanguage in -> inLanguage(in.language(), in.kind(), times);
      case Cell.OnPage on -> onPage(on.page(), on.kind(), times);
      case Cell.ByPerson by -> byPerson(by.staff(), by.kind(), times);
    };
  }

  /// What has come together.
  public Figures build() {
    Map<Measure, Distribution> distributions = new EnumMap<>(Measure.class);
    bins.forEach(
        (measure, counts) ->
            distributions.put(
                measure, new Distribution(counts, longest.getOrDefault(measure, 0L))));
    return new Figures(
        from,
        to,
        new TreeMap<>(counts(hours)),
        distributions,
        counts(desks),
        counts(languages),
        counts(pages),
        counts(people),
        presence);
  }

  private <K> FiguresBuilder add(Map<K, Map<Kind, Long>> all, K key, Kind kind, long times) {
    all.computeIfAbsent(key, _ -> new EnumMap<>(Kind.class)).merge(kind, times, Long::sum);
    return this;
  }

  private static <K> Map<K, Counts> counts(Map<K, Map<Kind, Long>> all) {
    Map<K, Counts> counts = new HashMap<>();
    all.forEach((key, numbers) -> counts.put(key, new Counts(numbers)));
    return counts;
  }
}
