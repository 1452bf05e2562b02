package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ANNA;
import static io.threadbridge.redis.Given.DESK;

import io.threadbridge.bridge.application.PresenceStep;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.application.SiteHandler;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;

/// A site of which two instances hear who is there, twice, late and not at all for hours; which die
/// while they count, or wake up when they were thought dead and count once more. Beside it a
/// [Watchman] who only writes down what was heard.
final class AttendingRun {
  static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Staff BEN = new Staff("slack:U2", "Ben", Optional.empty());
  private static final Staff CLEO = new Staff("slack:U3", "Cleo", Optional.empty());
  private static final List<Staff> STAFF = List.of(ANNA, BEN, CLEO);
  private static final int LOOKS = 3;

  /// Never closed: nights count, and with them the changes of the clock.
  static final Site SITE =
      new Site(
          new SiteName("shop"),
          "Shop",
          List.of("https://shop.example"),
          DESK,
          List.of("en"),
          "en",
          HELSINKI,
          List.of(),
          Duration.ofDays(1),
          Policy.DEFAULT,
          Staffing.NONE);

  private final ManualClock clock;
  private final RedisSiteStore store;
  private final List<SiteHandler> instances;
  private final List<PresenceStep> steps;
  private final List<Runnable> frozen = new ArrayList<>();
  private final Watchman watchman = new Watchman();
  private final Random random;

  AttendingRun(RedisConnections redis, LocalDate begin) {
    clock = new ManualClock(begin.atTime(12, 0).atZone(HELSINKI).toInstant());
    random = new Random(begin.toEpochDay());
    store = new RedisSiteStore(redis);
    instances = List.of(handler(), handler());
    FiguresStore figures = new Mortal(new RedisFiguresStore(redis));
    steps = instances.stream().map(of -> new PresenceStep(figures, of, clock)).toList();
  }

  private SiteHandler handler() {
    Sites sites = new OnlyShop();
    return new SiteHandler(store, sites, new SiteBook(sites, store, clock), (_, _, _) -> {}, clock);
  }

  Instant now() {
    return clock.instant();
  }

  /// So many things happen, and then everything is counted; what must have been.
  SortedMap<LocalHour, Attended> run(int events) {
    for (int i = 0; i < events; i++) {
      hears(event(now()));
      pass(Duration.ofSeconds(random.nextInt(20) == 0 ? random.nextInt(20_000) : 10));
      pass(Duration.ofSeconds(random.nextInt(180)));
    }
    hears(new SiteEvent.PresenceSeen(now(), Optional.empty()));
    STAFF.forEach(staff -> hears(new SiteEvent.Switched(now(), staff, false)));
    for (int hour = 0; hour < 30; hour++) {
      pass(Duration.ofHours(1));
    }
    frozen.forEach(Runnable::run);
    return watchman.hours(now());
  }

  /// The workers look while time passes, unless the program is away: then for all of it.
  private void pass(Duration length) {
    boolean away = random.nextInt(30) == 0;
    Duration between = length.dividedBy(LOOKS).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    Instant end = now().plus(length);
    while (now().isBefore(end)) {
      Instant look = now().plus(between);
      clock.advance(Duration.between(now(), look.isBefore(end) ? look : end));
      if (!away) {
        work();
      }
    }
  }

  private void work() {
    if (!store.claimDue(now(), 10).sites().isEmpty()) {
      int worker = random.nextInt(2);
      try {
        SiteEvent woke = new SiteEvent.Woke(now());
        instances
            .get(worker)
            .handle(SITE, woke)
            .ifPresent(
                state -> {
                  watchman.heard(woke);
                  steps.get(worker).run(SITE, state);
                });
      } catch (StoreUnavailable _) {
        // Dead; the site is woken again.
      }
    }
  }

  /// Heard by one instance, or by both.
  private void hears(SiteEvent event) {
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      if (instances.get(random.nextInt(2)).handle(SITE, event).isPresent()) {
        watchman.heard(event);
      }
    }
  }

  private SiteEvent event(Instant now) {
    return switch (random.nextInt(8)) {
      case 0 -> new SiteEvent.Switched(now, STAFF.get(random.nextInt(3)), random.nextBoolean());
      case 1 -> new SiteEvent.PresenceSeen(now, Optional.empty());
      default -> new SiteEvent.PresenceSeen(now, Optional.of(somebody()));
    };
  }

  private Set<String> somebody() {
    return switch (random.nextInt(4)) {
      case 0 -> Set.of();
      case 1 -> Set.of(ANNA.id());
      case 2 -> Set.of(ANNA.id(), BEN.id());
      default -> Set.of(BEN.id(), CLEO.id(), "slack:U4");
    };
  }

  private static final class OnlyShop implements Sites {
    @Override
    public Optional<Site> find(SiteName name) {
      return Optional.of(SITE);
    }

    @Override
    public List<Site> all() {
      return List.of(SITE);
    }
  }

  /// Figures whose callers die before or after they have counted.
  private final class Mortal implements FiguresStore {
    private final FiguresStore figures;

    Mortal(FiguresStore figures) {
      this.figures = figures;
    }

    @Override
    public void count(SiteName site, List<Step> steps, Instant now) {
      figures.count(site, steps, now);
    }

    @Override
    public void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
      int fate = random.nextInt(6);
      if (fate == 0) {
        frozen.add(() -> figures.attended(site, desk, hours));
      }
      if (fate < 2) {
        throw new StoreUnavailable("died before it counted");
      }
      figures.attended(site, desk, hours);
      if (fate == 2) {
        frozen.add(() -> figures.attended(site, desk, hours));
        throw new StoreUnavailable("died before the site knew");
      }
    }

    @Override
    public Figures read(SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to) {
      return figures.read(site, desk, from, to);
    }
  }
}
