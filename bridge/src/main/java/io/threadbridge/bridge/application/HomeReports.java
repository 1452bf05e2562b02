package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.Leads;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a person reads of their desks where they are alone with the bridge: how today goes, and how
/// the last seven days went.
public final class HomeReports {
  /// So many sites are told of; whoever has more asks in the desks' channels.
  static final int SITES_MAX = 5;

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

  /// Today and the last seven days of each site with such a desk, at most [#SITES_MAX] sites; only
  /// the weeks have pictures.
  ///
  /// @param theirs whether the person may read what is posted at a desk
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if the figures are away
  public List<Report> of(Predicate<DeskRef> theirs) {
    return sites.all().stream()
        .filter(site -> theirs.test(site.desk()))
        .limit(SITES_MAX)
        .flatMap(this::of)
        .toList();
  }

  private Stream<Report> of(Site site) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    Leads leads = book.state(site).leads();
    return Stream.of(DigestPeriod.day(today), DigestPeriod.weekTo(today))
        .map(period -> reports.report(site, period, leads));
  }
}
