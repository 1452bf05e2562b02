package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.SiteDoor;
import io.threadbridge.bridge.port.SiteNudges;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.SiteStore.Kept;
import io.threadbridge.bridge.port.SiteStore.Loaded;
import io.threadbridge.bridge.port.SiteStore.SiteSave;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.site.SiteDecision;
import io.threadbridge.bridge.site.SiteEffect;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.bridge.site.SiteRules;
import io.threadbridge.bridge.site.SiteState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/// The one door for everything that happens to a site: load, decide, save, and again if somebody
/// was faster. All conversations of a site knock here, so those who come while one step is being
/// saved share the next: a step costs two round trips however many they are.
public final class SiteHandler implements SiteDoor {
  /// So often is a step decided anew before its callers are told to come again.
  static final int ATTEMPTS_MAX = 20;

  private final SiteStore store;
  private final Sites sites;
  private final SiteBook book;
  private final SiteNudges nudges;
  private final InstantSource clock;
  private final Map<SiteName, Line> lines = new ConcurrentHashMap<>();

  /// A handler over this keeper.
  public SiteHandler(
      SiteStore store, Sites sites, SiteBook book, SiteNudges nudges, InstantSource clock) {
    this.store = store;
    this.sites = sites;
    this.book = book;
    this.nudges = nudges;
    this.clock = clock;
  }

  @Override
  public void tell(SiteName site, String id, ConversationId from, SiteNews news, Instant at) {
    SiteEvent told = new SiteEvent.Told(clock.instant(), at, from, news);
    sites.find(site).ifPresent(known -> handle(known, Optional.of(id), told));
  }

  /// Lets the sites know that a conversation was erased: nothing of it can be owed any more, so no
  /// news of it comes, and whoever waited or was owed an answer would be counted still.
  public void forget(ConversationId erased) {
    for (Site site : sites.all()) {
      if (book.state(site).crowd().waiting().containsKey(erased)) {
        String id = "erased:" + erased.value();
        tell(site.name(), id, erased, new SiteNews.WaitEnded(), clock.instant());
      }
      if (book.state(site).leads().open().containsKey(erased)) {
        String id = "erased-lead:" + erased.value();
        tell(site.name(), id, erased, new SiteNews.LeadEnded(), clock.instant());
      }
    }
  }

  /// Handles what may happen again; the state after it, or empty if it changed nothing.
  ///
  /// @throws StoreUnavailable if the store is away, or others kept being faster
  public Optional<SiteState> handle(Site site, SiteEvent event) {
    return handle(site, Optional.empty(), event);
  }

  private Optional<SiteState> handle(Site site, Optional<String> id, SiteEvent event) {
    Line line = lines.computeIfAbsent(site.name(), _ -> new Line());
    Knock knock = new Knock(id, event);
    line.waiting.add(knock);
    line.turn.lock();
    try {
      while (!knock.answered) {
        serve(site, line.next());
      }
    } finally {
      line.turn.unlock();
    }
    return knock.state();
  }

  /// Whoever is in the batch gets an answer, whatever goes wrong.
  private void serve(Site site, List<Knock> knocks) {
    StoreUnavailable failure = new StoreUnavailable("the site could not be saved");
    try {
      for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
        if (step(site, knocks)) {
          return;
        }
      }
      throw new StoreUnavailable("others kept changing the site");
    } catch (StoreUnavailable away) {
      failure = away;
    } finally {
      for (Knock knock : knocks) {
        knock.failUnlessAnswered(failure);
      }
    }
  }

  /// One attempt; false if somebody was faster.
  private boolean step(Site site, List<Knock> knocks) {
    List<String> ids = knocks.stream().flatMap(knock -> knock.id.stream()).toList();
    Loaded loaded = store.load(site.name(), ids);
    SiteRules rules = SiteBook.rulesOf(site);
    Instant now = clock.instant();
    SiteState before =
        loaded.kept().map(Kept::state).orElseGet(() -> SiteState.fresh(site.name(), now));
    Steps steps = new Steps(before, new HashSet<>(loaded.handled()));
    knocks.forEach(knock -> steps.take(knock, rules));
    if (!steps.moved) {
      knocks.forEach(knock -> knock.answer(Optional.empty()));
      return true;
    }
    Optional<Instant> wakeAt = rules.wakeAt(steps.state);
    SiteSave save = new SiteSave(loaded.version(), steps.handled, steps.state, wakeAt, now);
    if (!store.save(save)) {
      return false;
    }
    book.keep(new Kept(steps.state, loaded.version() + 1));
    nudges.saved(site.name(), wakeAt, steps.changesAvailability);
    knocks.forEach(
        knock ->
            knock.answer(
                steps.moving.contains(knock) ? Optional.of(steps.state) : Optional.empty()));
    return true;
  }

  /// Several events decided one after the other.
  private static final class Steps {
    private final Set<String> known;
    private final List<String> handled = new ArrayList<>();
    private final Set<Knock> moving = new HashSet<>();
    private SiteState state;
    private boolean moved;
    private boolean changesAvailability;

    Steps(SiteState state, Set<String> known) {
      this.state = state;
      this.known = known;
    }

    void take(Knock knock, SiteRules rules) {
      if (knock.id.isPresent() && !known.add(knock.id.get())) {
        return;
      }
      switch (rules.decide(state, knock.event)) {
        case SiteDecision.Move(var next, var effects) -> {
          state = next;
          moved = true;
          moving.add(knock);
          knock.id.ifPresent(handled::add);
          changesAvailability |= effects.contains(new SiteEffect.ChangeAvailability());
        }
        case SiteDecision.Ignore _ -> {
          // Nothing to save, and harmless when it comes again.
        }
      }
    }
  }

  /// Those who want something of one site. What they are answered is guarded by `turn`.
  private static final class Line {
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Knock> waiting = new ConcurrentLinkedQueue<>();

    List<Knock> next() {
      List<Knock> next = new ArrayList<>();
      while (next.size() < SiteStore.IDS_MAX) {
        Knock knock = waiting.poll();
        if (knock == null) {
          break;
        }
        next.add(knock);
      }
      return next;
    }
  }

  /// One event and what became of it.
  private static final class Knock {
    private final Optional<String> id;
    private final SiteEvent event;
    private boolean answered;
    private Optional<SiteState> state = Optional.empty();
    private Optional<StoreUnavailable> failure = Optional.empty();

    Knock(Optional<String> id, SiteEvent event) {
      this.id = id;
      this.event = event;
    }

    void answer(Optional<SiteState> outcome) {
      state = outcome;
      answered = true;
    }

    void failUnlessAnswered(StoreUnavailable away) {
      if (!answered) {
        failure = Optional.of(away);
        answered = true;
      }
    }

    Optional<SiteState> state() {
      if (failure.isPresent()) {
        throw new StoreUnavailable("the site could not be saved", failure.get());
      }
      return state;
    }
  }
}
