package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.hours.StandIns;
import io.threadbridge.bridge.port.Availabilities;
import io.threadbridge.bridge.port.Availability;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.SiteReader;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.SiteStore.Kept;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.site.FormReason;
import io.threadbridge.bridge.site.SitePolicy;
import io.threadbridge.bridge.site.SiteRules;
import io.threadbridge.bridge.site.SiteState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What this instance knows of the sites: a copy of each, brought up to date after each save here,
/// by nudges of other instances, and by looking. What time alone changes it works out by itself,
/// so closing time is exact even if the store is away.
public final class SiteBook implements SiteReader, Availabilities {
  private final Sites sites;
  private final SiteStore store;
  private final InstantSource clock;
  private final Map<SiteName, Kept> kept = new ConcurrentHashMap<>();
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

  /// A book of these sites.
  public SiteBook(Sites sites, SiteStore store, InstantSource clock) {
    this.sites = sites;
    this.store = store;
    this.clock = clock;
  }

  /// The rules of a site.
  static SiteRules rulesOf(Site site) {
    Staffing staffing = site.staffing();
    return new SiteRules(
        new SitePolicy(
                staffing.hours(),
                site.zone(),
                staffing.hoursDecideAlone(),
                staffing.capacityPerPerson(),
                staffing.overflowDesk().isPresent())
            .with(site.digests(), site.desks().skip(1).toList()));
  }

  /// Looks whether other instances have saved anything, and tells the watchers what has changed.
  public void look() {
    for (Site site : sites.all()) {
      long known = Optional.ofNullable(kept.get(site.name())).map(Kept::version).orElse(0L);
      store.newer(site.name(), known).ifPresent(this::keep);
    }
    tellWatchers();
  }

  /// Tells the watchers what has changed.
  public void tellWatchers() {
    watchers.forEach(Watcher::look);
  }

  void keep(Kept newer) {
    kept.merge(
        newer.state().name(), newer, (old, other) -> other.version() > old.version() ? other : old);
  }

  /// A site as it is now, as far as this instance knows.
  public SiteState state(Site site) {
    return at(site, clock.instant());
  }

  private SiteState at(Site site, Instant now) {
    Kept known = kept.get(site.name());
    SiteState last = known == null ? SiteState.fresh(site.name(), now) : known.state();
    return rulesOf(site).at(last, now);
  }

  @Override
  public SiteFacts facts(SiteName name, Instant now) {
    return sites.find(name).map(site -> facts(site, at(site, now))).orElse(SiteFacts.OPEN);
  }

  private static SiteFacts facts(Site site, SiteState state) {
    SiteRules rules = rulesOf(site);
    Staffing staffing = site.staffing();
    boolean open = rules.isOpen(state);
    return new SiteFacts(
        open,
        site.staffing().hours().closedSince(state.at()),
        open ? Optional.empty() : rules.opensAgain(state),
        rules.waitEstimate(state),
        new StandIns(staffing.onCall(), state.team().shifts()).at(state.at()),
        staffing.manager(),
        staffing.overflowDesk());
  }

  /// Where another desk takes whom this one cannot serve, the widget stays a chat; outside hours,
  /// and where somebody asked for the form, it does not.
  @Override
  public Availability of(SiteName name) {
    return sites
        .find(name)
        .map(site -> of(site, state(site)))
        .orElse(new Availability(Availability.Mode.FORM, Optional.empty()));
  }

  private static Availability of(Site site, SiteState state) {
    boolean form = state.form().filter(reason -> !overflows(site, reason)).isPresent();
    return form
        ? new Availability(Availability.Mode.FORM, rulesOf(site).opensAgain(state))
        : Availability.OPEN;
  }

  private static boolean overflows(Site site, FormReason reason) {
    return site.staffing().overflowDesk().isPresent()
        && switch (reason) {
          case NOBODY, OVERLOAD, MISSES -> true;
          case CLOSED, ASKED -> false;
        };
  }

  /// The desk that takes a site's new visitors now: its own, or another where it cannot serve them.
  public DeskRef deskOf(Site site) {
    return state(site)
        .form()
        .filter(reason -> overflows(site, reason))
        .flatMap(_ -> site.staffing().overflowDesk())
        .orElse(site.desk());
  }

  @Override
  public Watch watch(SiteName site, Consumer<Availability> listener) {
    Watcher watcher = new Watcher(site, listener, of(site));
    watchers.add(watcher);
    return watcher;
  }

  /// Somebody who is told of a site's changes.
  private final class Watcher implements Watch {
    private final SiteName site;
    private final Consumer<Availability> listener;
    private Availability last;

    Watcher(SiteName site, Consumer<Availability> listener, Availability last) {
      this.site = site;
      this.listener = listener;
      this.last = last;
    }

    synchronized void look() {
      Availability now = of(site);
      if (!now.equals(last)) {
        last = now;
        listener.accept(now);
      }
    }

    @Override
    public void close() {
      watchers.remove(this);
    }
  }
}
