package io.threadbridge.config;

import static java.util.stream.Collectors.groupingBy;

import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.application.SiteHandler;
import io.threadbridge.bridge.application.SiteStep;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.SiteNudges;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StaffPresence;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.redis.SiteNudgeBus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/// The loops of the sites: one wakes those that are due, one looks what other instances have saved
/// and lets the widgets know, one asks the platform who is present.
final class SiteLoops implements SiteNudges, SmartLifecycle {
  /// So often is looked for what other instances have saved: a lost nudge costs this, and every
  /// open widget learns of a change within two seconds.
  static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /// As long as the platforms' answers are believed anyway.
  static final Duration ASK_PRESENCE_EVERY = Duration.ofSeconds(30);

  private static final Duration WAKE_LOOK_MAX = Duration.ofSeconds(1);

  private static final int CLAIM_MAX = 100;

  private final SiteStep step;
  private final SiteHandler handler;
  private final SiteBook book;
  private final SiteStore store;
  private final Sites sites;
  private final StaffPresence presence;
  private final SiteNudgeBus bus;
  private final DecisionObserver observer;
  private final InstantSource clock;
  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
  private final Loop wake;
  private final Loop look;
  private final Loop ask;
  private volatile boolean running;

  SiteLoops(
      SiteStep step,
      SiteHandler handler,
      SiteBook book,
      SiteStore store,
      Sites sites,
      StaffPresence presence,
      SiteNudgeBus bus,
      DecisionObserver observer,
      InstantSource clock) {
    this.step = step;
    this.handler = handler;
    this.book = book;
    this.store = store;
    this.sites = sites;
    this.presence = presence;
    this.bus = bus;
    this.observer = observer;
    this.clock = clock;
    this.wake = new Loop("sites' wake-ups", this::wakeDue, observer);
    this.look = new Loop("sites' copies", this::look, observer);
    this.ask = new Loop("staff's presence", this::ask, observer);
  }

  /// Every site is woken once: its settings may have changed since it was last saved.
  @Override
  public void start() {
    running = true;
    bus.listen(_ -> look.signal());
    sites.all().forEach(site -> wake(site.name()));
    look.start();
    wake.start();
    ask.start();
  }

  @Override
  public void stop() {
    running = false;
    try {
      ask.stop();
      wake.stop();
      look.stop();
      tasks.shutdown();
      boolean _ = tasks.awaitTermination(15, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Runs until the web server has stopped taking requests: lower phases stop later.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void saved(SiteName site, Optional<Instant> wakeAt, boolean availability) {
    if (!running) {
      return;
    }
    if (wakeAt.filter(at -> at.isBefore(clock.instant().plus(WAKE_LOOK_MAX))).isPresent()) {
      wake.signal();
    }
    if (availability) {
      look.signal();
    }
  }

  /// A visitor was erased, who may have waited.
  void erased(ConversationId conversation) {
    if (running) {
      task("erased visitor", () -> handler.forget(conversation));
    }
  }

  private Duration look() {
    book.look();
    return LOOK_EVERY;
  }

  private Duration wakeDue() {
    Instant now = clock.instant();
    SiteStore.Due due = store.claimDue(now, CLAIM_MAX);
    due.sites().forEach(this::wake);
    Duration next = due.next().map(at -> Duration.between(now, at)).orElse(WAKE_LOOK_MAX);
    Duration wait = next.compareTo(WAKE_LOOK_MAX) < 0 ? next : WAKE_LOOK_MAX;
    return wait.isPositive() ? wait : Duration.ofMillis(1);
  }

  /// Several sites are woken at once: one that waits for its desk's platform holds up no other.
  private void wake(SiteName site) {
    task("site", () -> step.run(site));
  }

  private Duration ask() {
    Map<DeskRef, List<Site>> served = sites.all().stream().collect(groupingBy(Site::desk));
    served.forEach((desk, of) -> task("presence", () -> tellPresence(desk, of)));
    return ASK_PRESENCE_EVERY;
  }

  private void tellPresence(DeskRef desk, List<Site> served) {
    Optional<Set<String>> present = presence.present(desk);
    for (Site site : served) {
      handler.handle(site, new SiteEvent.PresenceSeen(clock.instant(), present));
    }
  }

  /// May catch everything, like a loop: what fails is due still and comes back by itself.
  private void task(String name, Runnable work) {
    tasks.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            observer.workerFailed(name, e);
          }
        });
  }
}
