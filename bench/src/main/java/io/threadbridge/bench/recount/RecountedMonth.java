package io.threadbridge.bench.recount;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.figures.Noted;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All facts of a site and month, and what they add up to. Adds up by itself, with no code of the
/// stores; lengths are kept as they are.
final class RecountedMonth {
  private final YearMonth month;
  private final List<Noted> steps = new ArrayList<>();

  RecountedMonth(YearMonth month) {
    this.month = month;
  }

  /// A step's facts by the month in which they count.
  static Map<YearMonth, Noted> parts(Noted noted) {
    Map<YearMonth, List<Fact>> months = new TreeMap<>();
    for (Fact fact : noted.facts()) {
      months
          .computeIfAbsent(YearMonth.from(hour(noted, fact).date()), _ -> new ArrayList<>())
          .add(fact);
    }
    Map<YearMonth, Noted> parts = new TreeMap<>();
    months.forEach((month, facts) -> parts.put(month, with(noted, facts)));
    return parts;
  }

  private static Noted with(Noted noted, List<Fact> facts) {
    return new Noted(
        noted.site(),
        noted.desk(),
        noted.at(),
        noted.zone(),
        noted.language(),
        noted.page(),
        noted.staff(),
        facts);
  }

  void add(Noted noted) {
    steps.add(noted);
  }

  Set<DeskRef> desks() {
    return steps.stream().map(Noted::desk).collect(Collectors.toUnmodifiableSet());
  }

  /// What must have been counted.
  ///
  /// @param pages those that the store knows by their names: which came first is its to say
  Figures figures(Optional<DeskRef> desk, Set<String> pages) {
    FiguresBuilder figures = new FiguresBuilder(month.atDay(1), month.atEndOfMonth());
    of(desk).forEach(noted -> add(figures, noted, pages));
    lengths(desk)
        .forEach(
            (measure, lengths) -> {
              lengths.forEach(
                  length -> figures.inBin(measure, Bins.of(length), 1).longest(measure, length));
            });
    return figures.build();
  }

  /// Every length of each measure, in order.
  Map<Measure, List<Long>> lengths(Optional<DeskRef> desk) {
    Map<Measure, List<Long>> all = new EnumMap<>(Measure.class);
    of(desk)
        .flatMap(noted -> noted.facts().stream())
        .forEach(
            fact ->
                fact.kind()
                    .measure()
                    .ifPresent(
                        measure ->
                            all.computeIfAbsent(measure, _ -> new ArrayList<>())
                                .add(fact.millis())));
    all.values().forEach(lengths -> lengths.sort(null));
    return all;
  }

  private Stream<Noted> of(Optional<DeskRef> desk) {
    return steps.stream().filter(noted -> desk.isEmpty() || desk.get().equals(noted.desk()));
  }

  private static void add(FiguresBuilder figures, Noted noted, Set<String> pages) {
    String page = pages.contains(noted.page()) ? noted.page() : Figures.OTHER_PAGES;
    for (Fact fact : noted.facts()) {
      for (Kind kind : kinds(fact)) {
        figures.inHour(noted.desk(), hour(noted, fact), kind, 1);
        figures.inLanguage(noted.language(), kind, 1);
        if (kind.isCountedByPage()) {
          figures.onPage(page, kind, 1);
        }
        noted.staff().ifPresent(staff -> figures.byPerson(staff, kind, 1));
      }
    }
  }

  private static LocalHour hour(Noted noted, Fact fact) {
    Instant moment = fact.kind().isWait() ? noted.at().minusMillis(fact.millis()) : noted.at();
    return LocalHour.of(moment, noted.zone());
  }

  private static List<Kind> kinds(Fact fact) {
    List<Kind> kinds = new ArrayList<>(List.of(fact.kind()));
    if (fact.kind() == Kind.FIRST_ANSWER && fact.millis() <= 10_000) {
      kinds.add(Kind.ANSWERED_SOON);
    }
    if (fact.kind() == Kind.FIRST_ANSWER && fact.millis() <= 60_000) {
      kinds.add(Kind.ANSWERED_IN_A_MINUTE);
    }
    boolean over =
        switch (fact.kind()) {
          case FIRST_ANSWER, LATER_ANSWER, FIRST_UNANSWERED, LATER_UNANSWERED -> true;
          default -> false;
        };
    if (over && fact.millis() > 120_000) {
      kinds.add(Kind.WAITED_LONG);
    }
    return kinds;
  }
}
