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
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.Report;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
  private final InstantSource clock;

  /// Digests over these keepers.
  public Reports(
      FiguresStore figures,
      ConversationStore conversations,
      Desks desks,
      Texts texts,
      Pictures pictures,
      InstantSource clock) {
    this.figures = figures;
    this.conversations = conversations;
    this.desks = desks;
    this.texts = texts;
    this.pictures = pictures;
    this.clock = clock;
  }

  /// What the desk is told of a period by itself: with pictures of a week; nothing of a day on
  /// which nothing happened while nobody is owed an answer.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  Optional<Report> digest(Site site, DigestPeriod period, Leads leads) {
    Digest digest = digest(site, period, leads.open().size());
    if (digest.isEmpty() && period.isDay()) {
      return Optional.empty();
    }
    return Optional.of(
        new Report(text(site, digest, leads), period.isDay() ? List.of() : drawn(site, digest)));
  }

  /// The same in words alone, whatever there is to tell.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  String text(Site site, DigestPeriod period, Leads leads) {
    return text(site, digest(site, period, leads.open().size()), leads);
  }

  private String text(Site site, Digest digest, Leads leads) {
    List<DigestWords.Lead> named =
        leads.inOrder().stream()
            .limit(LEADS_NAMED)
            .flatMap(
                id ->
                    link(id)
                        .map(link -> new DigestWords.Lead(since(leads.open(), id), link))
                        .stream())
            .toList();
    return new DigestWords(texts, site).text(digest, named, goal(site));
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
    boolean week = period.equals(DigestPeriod.weekTo(period.to()));
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
    return new Digest(period, read(name, from, to), earlier, openLeads, advice);
  }

  private List<Picture> drawn(Site site, Digest digest) {
    DigestPictures values = new DigestPictures(new DigestWords(texts, site), site);
    LocalDate monday = digest.period().from();
    List<Figures> weeks =
        IntStream.range(0, TREND_WEEKS)
            .mapToObj(week -> monday.minusWeeks(TREND_WEEKS - 1L - week))
            .map(first -> read(site.name(), first, first.plusDays(DigestPeriod.WEEK - 1L)))
            .dropWhile(figured -> figured.hours().isEmpty())
            .toList();
    if (weeks.isEmpty()) {
      return List.of();
    }
    return Stream.of(pictures.heatMap(values.week(digest)), pictures.trend(values.trend(weeks)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Figures read(SiteName site, LocalDate from, LocalDate to) {
    return figures.read(site, Optional.empty(), from, to);
  }

  private static StaffingGoal goal(Site site) {
    return StaffingGoal.usual(site.staffing().capacityPerPerson());
  }
}
