package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.ReportLinks.Format;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.site.DigestPeriod;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/chat report`: how it went on days that somebody asks for, in words or as files. `today`,
/// `yesterday`, `week` (seven days up to today), `month` (the days since this date of the last
/// month), or one or two dates such as `2026-05-01 2026-05-31`; `export` at the end asks for files.
final class ReportCommand {
  private static final String NAME = "report";
  private static final String EXPORT = "export";
  private static final int DATES_MAX = 2;

  private final Reports reports;
  private final ReportLinks links;
  private final SiteBook book;
  private final SiteWords words;
  private final InstantSource clock;

  ReportCommand(
      Reports reports, ReportLinks links, SiteBook book, SiteWords words, InstantSource clock) {
    this.reports = reports;
    this.links = links;
    this.book = book;
    this.words = words;
    this.clock = clock;
  }

  /// The answer at a desk about these sites; empty for what is another command. What comes after
  /// `report` and cannot be understood is answered with how to write it.
  Optional<String> answer(List<Site> sites, DeskRef desk, String command) {
    List<String> asked = List.of(command.split(" ", -1));
    return asked.getFirst().equals(NAME)
        ? Optional.of(
            sites.stream()
                .map(site -> new ReadingDesk(site, desk))
                .map(reading -> answer(reading, asked.subList(1, asked.size())))
                .distinct()
                .collect(joining("\n\n")))
        : Optional.empty();
  }

  private String answer(ReadingDesk desk, List<String> asked) {
    boolean export = !asked.isEmpty() && asked.getLast().equals(EXPORT);
    List<String> days = export ? asked.subList(0, asked.size() - 1) : asked;
    Site site = desk.site();
    return period(site, days)
        .map(period -> export ? exported(site, period) : told(desk, period))
        .orElseGet(() -> words.of(site, desk.desk(), "chat.report-usage", Map.of()));
  }

  private String told(ReadingDesk desk, DigestPeriod period) {
    return reports.report(desk, period, book.state(desk.site())).words();
  }

  private String exported(Site site, DigestPeriod period) {
    Instant end = clock.instant().plus(ReportLinks.LIFE);
    return words.of(
        site,
        "chat.report-export",
        Map.of(
            "time", end,
            "csv", links.figures(site.name(), period, Format.CSV).toString(),
            "json", links.figures(site.name(), period, Format.JSON).toString()));
  }

  private Optional<DigestPeriod> period(Site site, List<String> asked) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    return switch (String.join(" ", asked)) {
      case "", "today" -> Optional.of(DigestPeriod.day(today));
      case "yesterday" -> Optional.of(DigestPeriod.day(today.minusDays(1)));
      case "week" -> Optional.of(DigestPeriod.weekTo(today));
      case "month" -> Optional.of(new DigestPeriod(today.minusMonths(1).plusDays(1), today));
      default -> dates(asked, today);
    };
  }

  /// Days that have begun, of a time in which anybody had a computer: of others there is nothing to
  /// tell, not even that it was quiet.
  private static Optional<DigestPeriod> dates(List<String> asked, LocalDate today) {
    if (asked.size() > DATES_MAX) {
      return Optional.empty();
    }
    try {
      LocalDate from = LocalDate.parse(asked.getFirst());
      LocalDate to = LocalDate.parse(asked.getLast());
      long days = ChronoUnit.DAYS.between(from, to) + 1;
      boolean isKnown = !from.isBefore(LocalDate.EPOCH) && !from.isAfter(today);
      return isKnown && days >= 1 && days <= FiguresStore.DAYS_MAX
          ? Optional.of(new DigestPeriod(from, to))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
