package io.threadbridge.bridge.application;

import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Trend;
import io.threadbridge.bridge.site.DigestPeriod;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// What a digest's pictures show, with the words for those who do not see them.
final class DigestPictures {
  private static final int HOURS = 24;
  private static final double HALF = 0.5;
  private static final LocalDate ANY_MONDAY = LocalDate.of(2024, 1, 1);

  private final DigestTerms terms;
  private final Site site;

  DigestPictures(DigestTerms terms, Site site) {
    this.terms = terms;
    this.site = site;
  }

  /// In which hours of the week visitors wrote.
  ///
  /// @param week seven days
  HeatMap week(DigestPeriod week, Figures figures) {
    List<HeatMap.Day> days =
        Arrays.stream(DayOfWeek.values()).map(day -> row(figures, day)).toList();
    Digest digest = Digest.of(week, figures);
    String alt =
        digest
            .mostOf(Kind.BEGUN)
            .map(
                slot ->
                    terms.said(
                        "digest.heat.alt",
                        Map.of("hour", terms.hour(digest, slot), "count", slot.count())))
            .orElseGet(() -> terms.said("digest.nobody", Map.of()));
    return new HeatMap(
        site.deskLanguage(),
        terms.said(
            "digest.heat.title",
            Map.of(
                "first", terms.noon(week.from()),
                "last", terms.noon(week.to()))),
        terms.said("digest.heat.legend", Map.of()),
        IntStream.range(0, HOURS).mapToObj(Integer::toString).toList(),
        days,
        HeatMap.Hours.NONE,
        alt);
  }

  private HeatMap.Day row(Figures figures, DayOfWeek day) {
    List<Long> counts =
        IntStream.range(0, HOURS).mapToObj(hour -> figures.in(day, hour).of(Kind.BEGUN)).toList();
    String name = terms.said("digest.weekday", Map.of("day", terms.noon(ANY_MONDAY.with(day))));
    return new HeatMap.Day(name, counts);
  }

  /// How it went from one period to the next.
  ///
  /// @param periods the earliest first, each named by its first day
  Trend trend(List<Figures> periods) {
    List<Trend.Point> points = periods.stream().map(this::point).toList();
    long answered = points.stream().mapToLong(Trend.Point::answered).sum();
    long missed = points.stream().mapToLong(Trend.Point::missed).sum();
    return new Trend(
        site.deskLanguage(),
        terms.said(
            "digest.trend.title",
            Map.of(
                "first", terms.noon(periods.getFirst().from()),
                "last", terms.noon(periods.getLast().to()))),
        terms.said("digest.trend.answered", Map.of()),
        terms.said("digest.trend.missed", Map.of()),
        terms.said("digest.trend.first-answer", Map.of()),
        points,
        terms.said("digest.trend.alt", Map.of("answered", answered, "missed", missed)));
  }

  private Trend.Point point(Figures figures) {
    return new Trend.Point(
        terms.said("digest.date", Map.of("day", terms.noon(figures.from()))),
        figures.total().answered(),
        figures.total().of(Kind.MISSED),
        seconds(figures));
  }

  private static OptionalLong seconds(Figures figures) {
    return figures.of(Measure.FIRST_ANSWER).percentile(HALF).stream()
        .mapToLong(Duration::toSeconds)
        .findFirst();
  }
}
