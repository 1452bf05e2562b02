package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.application.DigestThreads.Comment;
import io.threadbridge.bridge.application.DigestThreads.Lead;
import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A digest as a colleague would tell it, in the desk's language: good news first, nobody blamed,
/// and not a word of what there was nothing of.
public final class DigestWords {
  /// Of so many months a date without its year is taken for the last one of its name.
  private static final int MONTHS_WITHOUT_YEAR = 11;

  private final Texts texts;
  private final ReadingDesk desk;
  private final LocalDate today;
  private final DigestTerms terms;
  private final GoodNews goodNews;
  private final OtherNews otherNews;

  /// Words for a desk.
  ///
  /// @param today the site's date when they are read: what is not over is told as such
  public DigestWords(Texts texts, ReadingDesk desk, LocalDate today) {
    this.texts = texts.forSite(desk.site().name());
    this.desk = desk;
    this.today = today;
    this.terms = new DigestTerms(texts, desk.site());
    this.goodNews = new GoodNews(terms);
    this.otherNews = new OtherNews(terms);
  }

  /// All that there is to say, line by line.
  ///
  /// @param goal the one that the digest's advice was computed for
  public Report report(
      Digest digest, DigestThreads threads, StaffingGoal goal, List<Report.Shown> pictures) {
    return new Report(title(digest.period()), text(digest, threads, goal), pictures);
  }

  private String text(Digest digest, DigestThreads threads, StaffingGoal goal) {
    return Stream.of(
            Stream.of(goodNews.line(digest)),
            threads.comments().stream().map(this::quoted),
            Stream.of(otherNews.line(digest)),
            together(digest),
            terms.counted("digest.leads", digest.openLeads()).stream(),
            threads.leads().stream().map(this::named),
            advice(digest.advice(), goal))
        .flatMap(lines -> lines)
        .filter(line -> !line.isBlank())
        .collect(joining("\n"));
  }

  private String title(DigestPeriod period) {
    boolean goesOn = period.contains(today);
    if (period.isDay()) {
      return terms.said(
          goesOn ? "digest.title.today" : "digest.title.day" + year(period),
          Map.of("site", desk.title(), "day", terms.noon(period.from())));
    }
    return terms.said(
        (goesOn ? "digest.title.until-now" : "digest.title.days") + year(period),
        Map.of(
            "site", desk.title(),
            "first", terms.noon(period.from()),
            "last", terms.noon(period.to())));
  }

  /// The year is said of days that could be taken for those of another one.
  private String year(DigestPeriod period) {
    return period.from().isBefore(today.minusMonths(MONTHS_WITHOUT_YEAR)) ? ".year" : "";
  }

  /// What a visitor said with a rating.
  private String quoted(Comment comment) {
    String link = comment.link().map(URI::toString).orElse("");
    return terms.said(
        "digest.comment",
        Map.of("stars", comment.stars(), "comment", comment.words(), "link", link));
  }

  /// Whoever looks after the whole site reads at its own desk, and there in one line how it went at
  /// all of them.
  private Stream<String> together(Digest digest) {
    return desk.isOwn() ? digest.together().map(this::together).stream() : Stream.empty();
  }

  private String together(Counts all) {
    long wrote = all.of(Kind.BEGUN);
    long answered = Math.min(wrote, all.answered());
    return terms.said("digest.together", Map.of("count", wrote, "answered", answered));
  }

  private String named(Lead lead) {
    return terms.said("digest.lead", Map.of("since", lead.since(), "link", lead.link().toString()));
  }

  private Stream<String> advice(List<StaffingAdvice> advice, StaffingGoal goal) {
    Site site = desk.site();
    StaffingWords words = new StaffingWords(texts, site.deskLanguage(), site.zone(), goal);
    return advice.stream().map(words::sentence);
  }
}
