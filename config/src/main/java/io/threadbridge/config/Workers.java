package io.threadbridge.config;

import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.LaneStep;
import io.threadbridge.bridge.application.PublishStep;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.DeskLine.Place;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/// The loops that carry out what is owed and wake who is due. Nudged after each save; what no nudge
/// reached, because its process died, is found by looking.
///
/// Longer than the house's files: one short method for each lane, and who may run how many at once
/// is read in one place.
final class Workers implements Nudges, SmartLifecycle {
  /// So many wake-ups and effects beside the desks' posts are worked on at once.
  private static final int AT_ONCE_MAX = 64;

  /// So many calls of firms' warehouses are on their way at once.
  private static final int EVENTS_AT_ONCE_MAX = 8;

  private static final int CLAIM_MAX = 100;

  /// Owed effects are looked for so often, for the sake of those whose process died.
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final Duration REPORTED_AGAIN = Duration.ofSeconds(5);
  private static final Duration WAKE_LOOK_MAX = Duration.ofMillis(500);

  /// Changes of a card within this are one update.
  private static final Duration CARD_DEBOUNCE = Duration.ofMillis(400);

  private final ConversationStore store;
  private final Outbox outbox;
  private final WakeUps wakeUps;
  private final LaneStep laneStep;
  private final CountStep countStep;
  private final PublishStep publishStep;
  private final WakeStep wakeStep;
  private final DeskLoops desks;
  private final DecisionObserver observer;
  private final InstantSource clock;
  private final ScheduledExecutorService later;
  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();

  /// Conversations whose card is about to be updated.
  private final Set<ConversationId> cardsSoon = ConcurrentHashMap.newKeySet();

  private final Semaphore room = new Semaphore(AT_ONCE_MAX);

  /// For entering a desk's line, so that words never wait behind cards.
  private final Semaphore lineRoom = new Semaphore(AT_ONCE_MAX);

  /// For the firms' warehouses, so that one that hangs holds up nothing else.
  private final Semaphore eventsRoom = new Semaphore(EVENTS_AT_ONCE_MAX);

  private final Loop ready;
  private final Loop wake;
  private volatile boolean running;

  Workers(
      ConversationStore store,
      Outbox outbox,
      WakeUps wakeUps,
      LaneStep laneStep,
      CountStep countStep,
      PublishStep publishStep,
      WakeStep wakeStep,
      DeskLoops desks,
      DecisionObserver observer,
      InstantSource clock,
      ScheduledExecutorService later) {
    this.store = store;
    this.outbox = outbox;
    this.wakeUps = wakeUps;
    this.laneStep = laneStep;
    this.countStep = countStep;
    this.publishStep = publishStep;
    this.wakeStep = wakeStep;
    this.desks = desks;
    this.observer = observer;
    this.clock = clock;
    this.later = later;
    this.ready = new Loop("owed effects", this::lookForOwed, observer);
    this.wake = new Loop("wake-ups", this::wakeDue, observer);
  }

  @Override
  public void start() {
    running = true;
    desks.start();
    ready.start();
    wake.start();
  }

  @Override
  public void stop() {
    running = false;
    try {
      wake.stop();
      ready.stop();
      desks.stop();
      tasks.shutdown();
      boolean _ = tasks.awaitTermination(15, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    later.shutdownNow();
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
  public void saved(Conversation conversation, Set<Lane> owing) {
    if (running) {
      owing.forEach(lane -> owed(conversation, lane));
      conversation.wakeAt().filter(this::isSoon).ifPresent(_ -> wake.signal());
    }
  }

  @Override
  public void look(ConversationId conversation) {
    // The visitors' connections look; there is nothing to carry out.
  }

  private boolean isSoon(Instant moment) {
    return moment.isBefore(clock.instant().plus(WAKE_LOOK_MAX));
  }

  private void owed(Conversation conversation, Lane lane) {
    switch (lane) {
      case DESK -> desk(conversation);
      case CARD -> card(conversation.id());
      case DIRECT, LOOKUP, MAIL, HOOK, SITE, FIGURES, EVENTS -> run(conversation.id(), lane);
    }
  }

  private void card(ConversationId id) {
    if (!cardsSoon.add(id)) {
      return;
    }
    Runnable show =
        () -> {
          cardsSoon.remove(id);
          run(id, Lane.CARD);
        };
    ScheduledFuture<?> _ = later.schedule(show, CARD_DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void desk(Conversation conversation) {
    if (conversation instanceof Conversation.Started started) {
      DeskRef desk = started.desk();
      boolean opening = started.progress().thread().isEmpty();
      Place place = opening ? Place.OPENING : Place.WORDS;
      task("line", lineRoom, () -> desks.owes(desk, started.id(), place));
    }
  }

  private void run(ConversationId id, Lane lane) {
    task(
        "lane " + lane,
        lane == Lane.EVENTS ? eventsRoom : room,
        () -> {
          if (step(id, lane)) {
            run(id, lane);
          }
        });
  }

  private boolean step(ConversationId id, Lane lane) {
    return switch (lane) {
      case FIGURES -> countStep.run(id);
      case EVENTS -> publishStep.run(id);
      case DESK, CARD, DIRECT, MAIL, HOOK, SITE, LOOKUP -> laneStep.run(id, lane);
    };
  }

  private Duration lookForOwed() {
    for (Outbox.Ready lane : outbox.ready(clock.instant(), REPORTED_AGAIN, CLAIM_MAX)) {
      if (lane.lane() == Lane.DESK) {
        task("line", lineRoom, () -> load(lane.conversation()).ifPresent(this::desk));
      } else {
        run(lane.conversation(), lane.lane());
      }
    }
    return LOOK_EVERY;
  }

  private Optional<Conversation> load(ConversationId id) {
    return store.load(id, new About.Nothing(), clock.instant()).map(Loaded::conversation);
  }

  private Duration wakeDue() {
    Instant now = clock.instant();
    WakeUps.Due due = wakeUps.claimDue(now, CLAIM_MAX);
    due.conversations().forEach(id -> task("wake-up", room, () -> wakeStep.run(id)));
    if (due.conversations().size() == CLAIM_MAX) {
      return Duration.ZERO;
    }
    Duration next = due.next().map(moment -> Duration.between(now, moment)).orElse(WAKE_LOOK_MAX);
    Duration wait = next.compareTo(WAKE_LOOK_MAX) < 0 ? next : WAKE_LOOK_MAX;
    return wait.isPositive() ? wait : Duration.ofMillis(1);
  }

  /// May catch everything, like a loop: what fails is owed or due still and comes back by itself.
  private void task(String name, Semaphore space, Runnable work) {
    tasks.execute(
        () -> {
          try {
            space.acquire();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
          try {
            work.run();
          } catch (RuntimeException e) {
            observer.workerFailed(name, e);
          } finally {
            space.release();
          }
        });
  }
}
