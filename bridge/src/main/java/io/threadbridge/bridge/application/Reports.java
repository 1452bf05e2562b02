package io.threadbridge.bridge.application;

import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.WeekOfFigures;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.SiteState;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Makes desks' digests of what was counted.
public final class Reports {
  /// Over so many weeks staffing advice looks: fewer would tell chance from nothing.
  static final int ADVICE_WEEKS = 4;

  private final FiguresStore figures;
  private final Texts texts;
  private final DigestThreadReader threads;
  private final ReportPictures pictures;
  private final InstantSource clock;

  /// Digests over these keepers.
  public Reports(
      FiguresStore figures,
      ConversationStore conversations,
      Desks desks,
      Texts texts,
      Pictures pictures,
      ReportLinks links,
      InstantSource clock) {
    this.figures = figures;
    this.texts = texts;
    this.threads = new DigestThreadReader(conversations, desks, clock);
    this.pictures = new ReportPictures(figures, texts, pictures, links);
    this.clock = clock;
  }

  /// What a desk is told of a period by itself. The site's own desk reads nothing of a day on which
  /// nothing happened while nobody is owed an answer; another desk nothing of a week either.
  ///
  /// @param state of the site now
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  Optional<Report> digest(ReadingDesk desk, DigestPeriod period, SiteState state) {
    DigestThreads told = threads.read(desk, period, state);
    ReadWeeks weeks = weeks(desk, period);
    Digest digest = digest(desk, period, told.openLeads(), weeks);
    boolean nothing = desk.isOwn() ? digest.isEmpty() && period.isDay() : digest.isQuiet();
    return nothing ? Optional.empty() : Optional.of(report(desk, digest, told, weeks));
  }

  /// How a period went at a desk, whatever there is to tell: a week with pictures.
  ///
  /// @param state of the site now
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  Report report(ReadingDesk desk, DigestPeriod period, SiteState state) {
    DigestThreads told = threads.read(desk, period, state);
    ReadWeeks weeks = weeks(desk, period);
    return report(desk, digest(desk, period, told.openLeads(), weeks), told, weeks);
  }

  private Report report(ReadingDesk desk, Digest digest, DigestThreads told, ReadWeeks weeks) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), desk.site().zone());
    return new DigestWords(texts, desk, today)
        .report(digest, told, goal(desk.site()), pictures.shown(desk, digest.period(), weeks));
  }

  private ReadWeeks weeks(ReadingDesk desk, DigestPeriod period) {
    return new ReadWeeks(figures, desk.site().name(), desk.counted(), period.to());
  }

  private Digest digest(ReadingDesk desk, DigestPeriod period, int openLeads, ReadWeeks weeks) {
    Optional<Counts> everywhere = everywhere(desk, period);
    if (!ReportPictures.isWeek(period)) {
      Figures told = read(desk, period.from(), period.to());
      return new Digest(period, told, earlier(desk, period), everywhere, openLeads, List.of());
    }
    List<StaffingAdvice> advice =
        StaffingAdvice.of(WeekOfFigures.of(weeks.together(ADVICE_WEEKS)), goal(desk.site()));
    return new Digest(period, weeks.ago(0), weeks.ago(1), everywhere, openLeads, advice);
  }

  /// A day is compared with the same one a week before, and many days with nothing.
  private Figures earlier(ReadingDesk desk, DigestPeriod period) {
    LocalDate before = period.from().minusWeeks(1);
    return period.isDay() ? read(desk, before, before) : Figures.none(period.from(), period.to());
  }

  private Optional<Counts> everywhere(ReadingDesk desk, DigestPeriod period) {
    return desk.isAlone()
        ? Optional.empty()
        : Optional.of(
            figures.read(desk.site().name(), Optional.empty(), period.from(), period.to()).total());
  }

  /// A picture as it is now: days that were not over when it was first drawn may show more.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  public Optional<Picture> picture(Site site, PictureOf picture) {
    return pictures.drawn(site, picture);
  }

  private Figures read(ReadingDesk desk, LocalDate from, LocalDate to) {
    return figures.read(desk.site().name(), desk.counted(), from, to);
  }

  private static StaffingGoal goal(Site site) {
    return StaffingGoal.usual(site.staffing().capacityPerPerson());
  }
}
