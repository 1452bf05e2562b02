package io.threadbridge.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.site.SiteState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/// How it stands on each site now, from this instance's copy of it: a scrape asks no store. All
/// instances tell the same, so they are not to be added up.
final class SiteGauges implements MeterBinder {
  private static final double MILLIS = 1_000.0;

  private final Sites sites;
  private final SiteBook book;

  SiteGauges(Sites sites, SiteBook book) {
    this.sites = sites;
    this.book = book;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (Site site : sites.all()) {
      gauge(meters, site, "threadbridge.visitors.waiting", "Visitors who wait for a word", "")
          .register(state -> state.crowd().waiting().size());
      gauge(meters, site, "threadbridge.longest.wait", "How long the first has waited", "seconds")
          .register(SiteGauges::longestWait);
      gauge(meters, site, "threadbridge.staff.present", "Staff who are there, if known", "")
          .register(SiteGauges::present);
      gauge(meters, site, "threadbridge.site.form", "1 while new visitors get the form", "")
          .register(state -> state.form().isPresent() ? 1 : 0);
      gauge(meters, site, "threadbridge.leads.open", "Leads nobody has ticked off", "")
          .register(state -> state.leads().open().size());
    }
  }

  private static double longestWait(SiteState state) {
    Instant now = state.at();
    return state.crowd().waiting().values().stream()
        .mapToDouble(since -> Math.max(0, Duration.between(since, now).toMillis() / MILLIS))
        .max()
        .orElse(0);
  }

  /// Where nobody can tell, neither does the gauge.
  private static double present(SiteState state) {
    return state.team().isKnown() ? state.team().present().size() : Double.NaN;
  }

  /// A gauge that only lacks its number.
  private interface Unread {
    void register(ToDoubleFunction<SiteState> number);
  }

  private Unread gauge(MeterRegistry meters, Site site, String name, String what, String unit) {
    return number -> {
      Gauge.Builder<SiteBook> gauge =
          Gauge.builder(name, book, from -> number.applyAsDouble(from.state(site)))
              .description(what)
              .tag("site", site.name().value());
      Gauge _ = (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(meters);
    };
  }
}
