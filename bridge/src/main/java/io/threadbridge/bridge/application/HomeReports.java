package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.SiteState;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a person reads of their desks where they are alone with the bridge: how today goes, and how
/// the last seven days went.
public final class HomeReports {
  /// So many desks are told of; whoever has more asks in their channels.
  static final int DESKS_MAX = 5;

  private final Reports reports;
  private final SiteBook book;
  private final Sites sites;
  private final InstantSource clock;

  /// Reports of these sites.
  public HomeReports(Reports reports, SiteBook book, Sites sites, InstantSource clock) {
    this.reports = reports;
    this.book = book;
    this.sites = sites;
    this.clock = clock;
  }

  /// Today and the last seven days at each such desk of each site, at most [#DESKS_MAX], the sites'
  /// own desks first; only the weeks have pictures.
  ///
  /// @param theirs whether the person may read what is posted at a desk
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  public List<Report> of(Predicate<DeskRef> theirs) {
    Stream<ReadingDesk> own = sites.all().stream().map(ReadingDesk::own);
    Stream<ReadingDesk> others =
        sites.all().stream()
            .flatMap(site -> site.desks().skip(1).map(desk -> new ReadingDesk(site, desk)));
    return Stream.concat(own, others)
        .filter(desk -> theirs.test(desk.desk()))
        .limit(DESKS_MAX)
        .flatMap(this::of)
        .toList();
  }

  private Stream<Report> of(ReadingDesk desk) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), desk.site().zone());
    SiteState state = book.state(desk.site());
    return Stream.of(DigestPeriod.day(today), DigestPeriod.weekTo(today))
        .map(period -> reports.report(desk, period, state));
  }
}
