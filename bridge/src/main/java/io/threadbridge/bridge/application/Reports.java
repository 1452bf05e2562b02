package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.WeekOfFigures;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.PictureOf.Subject;
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.Leads;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes a desk's digests of what was counted.
public final class Reports {
  /// So many people who are owed an answer are named with their links; all of them are counted.
  static final int LEADS_NAMED = 5;

  /// Over so many weeks staffing advice looks: fewer would tell chance from nothing.
  static final int ADVICE_WEEKS = 4;

  /// So many weeks the trend shows.
  static final int TREND_WEEKS = 8;

  private final FiguresStore figures;
  private final ConversationStore conversations;
  private final Desks desks;
  private final Texts texts;
  private final Pictures pictures;
  private final ReportLinks links;
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
    this.conversations = conversations;
    this.desks = desks;
    this.texts = texts;
    this.pictures = pictures;
    this.links = links;
    this.clock = clock;
  }

  /// What the desk is told of a period by itself: nothing of a day on which nothing happened while
  /// nobody is owed an answer.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  Optional<Report> digest(Site site, DigestPeriod period, Leads leads) {
    Digest digest = digest(site, period, leads.open().size());
    return digest.isEmpty() && period.isDay()
        ? Optional.empty()
        : Optional.of(report(site, digest, leads));
  }

  /// How a period went, whatever there is to tell: a week with pictures.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  Report report(Site site, DigestPeriod period, Leads leads) {
    return report(site, digest(site, period, leads.open().size()), leads);
  }

  private Report report(Site site, Digest digest, Leads leads) {
    List<DigestWords.Lead> named =
        leads.inOrder().stream()
            .limit(LEADS_NAMED)
            .flatMap(
                id ->
                    link(id)
                        .map(link -> new DigestWords.Lead(since(leads.open(), id), link))
                        .stream())
            .toList();
    return new DigestWords(texts, site).report(digest, named, goal(site), shown(site, digest));
  }

  private static Instant since(Map<ConversationId, Instant> open, ConversationId id) {
    return open.getOrDefault(id, Instant.EPOCH);
  }

  private Optional<URI> link(ConversationId id) {
    return conversations
        .load(id, new About.Nothing(), clock.instant())
        .map(Loaded::conversation)
        .flatMap(
            state -> state instanceof Started started ? desks.linkTo(started) : Optional.empty());
  }

  private Digest digest(Site site, DigestPeriod period, int openLeads) {
    SiteName name = site.name();
    boolean week = isWeek(period);
    LocalDate from = period.from();
    LocalDate to = period.to();
    Figures earlier =
        week || period.isDay()
            ? read(name, from.minusWeeks(1), to.minusWeeks(1))
            : Figures.none(from, to);
    List<StaffingAdvice> advice =
        week
            ? StaffingAdvice.of(
                WeekOfFigures.of(read(name, to.minusWeeks(ADVICE_WEEKS).plusDays(1), to)),
                goal(site))
            : List.of();
    return new Digest(period, read(name, period), earlier, openLeads, advice);
  }

  /// Days are told in words alone.
  private List<Report.Shown> shown(Site site, Digest digest) {
    DigestPeriod period = digest.period();
    if (!isWeek(period)) {
      return List.of();
    }
    List<Report.Shown> shown = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      PictureOf picture = new PictureOf(site.name(), Optional.empty(), period, subject);
      drawn(site, picture, digest.figures())
          .map(drawn -> new Report.Shown(drawn, links.picture(picture)))
          .ifPresent(shown::add);
    }
    return shown;
  }

  /// A picture as it is now: days that were not over when it was first drawn may show more.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  public Optional<Picture> picture(Site site, PictureOf picture) {
    return isWeek(picture.period())
        ? drawn(site, picture, read(site.name(), picture.period()))
        : Optional.empty();
  }

  private Optional<Picture> drawn(Site site, PictureOf picture, Figures figured) {
    DigestPictures values = new DigestPictures(new DigestWords(texts, site), site);
    return switch (picture.subject()) {
      case HOURS ->
          figured.hours().isEmpty()
              ? Optional.empty()
              : pictures.heatMap(values.week(picture.period(), figured));
      case TREND -> {
        List<Figures> weeks = weeks(site.name(), picture.period());
        yield weeks.isEmpty() ? Optional.empty() : pictures.trend(values.trend(weeks));
      }
    };
  }

  private List<Figures> weeks(SiteName site, DigestPeriod last) {
    return IntStream.range(0, TREND_WEEKS)
        .mapToObj(week -> last.to().minusWeeks(TREND_WEEKS - 1L - week))
        .map(to -> read(site, DigestPeriod.weekTo(to)))
        .dropWhile(figured -> figured.hours().isEmpty())
        .toList();
  }

  private static boolean isWeek(DigestPeriod period) {
    return period.equals(DigestPeriod.weekTo(period.to()));
  }

  private Figures read(SiteName site, DigestPeriod period) {
    return read(site, period.from(), period.to());
  }

  private Figures read(SiteName site, LocalDate from, LocalDate to) {
    return figures.read(site, Optional.empty(), from, to);
  }

  private static StaffingGoal goal(Site site) {
    return StaffingGoal.usual(site.staffing().capacityPerPerson());
  }
}
