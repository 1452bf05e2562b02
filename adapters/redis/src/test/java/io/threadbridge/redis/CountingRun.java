package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ANNA;
import static io.threadbridge.redis.Given.NOON;

import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.Noting;
import io.threadbridge.bridge.application.PublishStep;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TimeEvent;
import io.threadbridge.bridge.conversation.VisitorEvent;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.contract.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;

/// Conversations in which anything happens, most of it more than once, and two instances that count
/// it, tell it a warehouse and die at any moment; a worker that was thought dead wakes up and
/// counts once more.
final class CountingRun {
  private static final int CONVERSATIONS = 40;
  private static final int ROUNDS_MAX = 1_000;
  private static final Duration AFTER_ANY_REST = Duration.ofMinutes(10);
  private static final Staff BEN = new Staff("slack:U2", "Ben", Optional.empty());

  private final ManualClock clock = new ManualClock(NOON);
  private final RedisOutbox outbox;
  private final ConversationHandler handler;
  private final List<CountStep> instances;
  private final List<PublishStep> publishers;
  private final MoodyWarehouse warehouse;
  private final List<ConversationId> conversations;
  private final List<Runnable> frozen = new ArrayList<>();
  private final Queue<Runnable> unheard = new ArrayDeque<>();
  private final Random random;
  private int number;

  CountingRun(RedisConnections redis, long seed) {
    this.random = new Random(seed);
    this.outbox = new RedisOutbox(redis);
    Nobody nobody = new Nobody();
    RedisConversationStore store = new RedisConversationStore(redis);
    SaveWriter writer = new SaveWriter(nobody, nobody, new Noting(nobody, _ -> true, _ -> true));
    this.handler = new ConversationHandler(store, writer, nobody, nobody, clock);
    FiguresStore figures = new Mortal(new RedisFiguresStore(redis));
    this.instances =
        List.of(
            new CountStep(outbox, figures, handler, clock),
            new CountStep(new RedisOutbox(redis), figures, handler, clock));
    this.warehouse = new MoodyWarehouse(random);
    this.publishers =
        List.of(
            new PublishStep(outbox, warehouse, handler, nobody, clock),
            new PublishStep(new RedisOutbox(redis), warehouse, handler, nobody, clock));
    this.conversations =
        IntStream.range(0, CONVERSATIONS).mapToObj(i -> new ConversationId("run-" + i)).toList();
    conversations.forEach(id -> store.create(Given.notStarted(id), NOON.plus(Duration.ofDays(30))));
  }

  MoodyWarehouse warehouse() {
    return warehouse;
  }

  /// So many things happen, and then everything that is owed is counted and told.
  void run(int events) {
    live(events);
    settle();
  }

  /// So many things happen, and meanwhile what is owed is counted now and then.
  void live(int events) {
    for (int i = 0; i < events; i++) {
      happen(1);
      if (random.nextInt(3) == 0) {
        count();
      }
    }
  }

  /// So many things happen, and nothing is counted.
  void happen(int events) {
    for (int i = 0; i < events; i++) {
      clock.advance(Duration.ofMillis(random.nextLong(40_000)));
      happens();
    }
  }

  /// Everything that is owed is tried once.
  void count() {
    int _ = work();
  }

  /// Everything that is owed is counted and told, and what was thought dead counts once more.
  void settle() {
    Eventually.yes(this::areAllHeard);
    frozen.forEach(late -> Eventually.yes(() -> isDone(late)));
    warehouse.calmDown();
    clock.advance(AFTER_ANY_REST);
    for (int round = 0; round < ROUNDS_MAX && work() > 0; round++) {
      clock.advance(Outbox.LEASE);
    }
  }

  private void happens() {
    number++;
    ConversationId id = conversations.get(random.nextInt(CONVERSATIONS));
    ConversationEvent event = event(clock.instant());
    EventId name = new EventId("event-" + number);
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      unheard.add(() -> handler.handle(id, name, event));
    }
    boolean _ = areAllHeard();
  }

  /// As browsers and platforms do: what was not acknowledged is sent again, in order.
  private boolean areAllHeard() {
    while (!unheard.isEmpty() && isDone(unheard.element())) {
      unheard.remove();
    }
    return unheard.isEmpty();
  }

  private static boolean isDone(Runnable step) {
    try {
      step.run();
      return true;
    } catch (StoreUnavailable _) {
      return false;
    }
  }

  private ConversationEvent event(Instant now) {
    Staff staff = random.nextBoolean() ? ANNA : BEN;
    VisitorFacts here = VisitorFacts.of(List.of(), now);
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> new VisitorEvent.Wrote(now, "say-" + number, "And then?");
      case 4, 5, 6 -> new StaffEvent.Wrote(now, staff, new PostRef("p" + number), "Yes.", 0, here);
      case 7 -> new StaffEvent.Claimed(now, staff);
      case 8 -> new StaffEvent.Promised(now, staff, now.plus(Duration.ofMinutes(5)));
      case 9 -> new StaffEvent.ClosedIt(now, staff);
      case 10 -> new VisitorEvent.Rated(now, new Rating(1 + random.nextInt(5), "words"));
      case 11 ->
          new VisitorEvent.SentForm(now, "say-" + number, "Words", Lead.Way.EMAIL, "a@b.example");
      case 12 ->
          random.nextInt(8) == 0
              ? new VisitorEvent.AskedToErase(now)
              : new StaffEvent.LeadDone(now, staff);
      default -> new TimeEvent.Woke(now, here, SiteFacts.OPEN);
    };
  }

  /// How many lanes there were to count; one, if nobody can tell.
  private int work() {
    List<Outbox.Ready> ready;
    try {
      ready = outbox.ready(clock.instant(), Duration.ofSeconds(1), 1_000);
    } catch (StoreUnavailable _) {
      return 1;
    }
    ready = ready.stream().filter(lane -> lane.lane().outlivesErasing()).toList();
    for (Outbox.Ready lane : ready) {
      try {
        boolean _ = step(lane, random.nextInt(2));
      } catch (StoreUnavailable _) {
        // Dead; its lease runs out.
      }
    }
    return ready.size();
  }

  private boolean step(Outbox.Ready lane, int instance) {
    return lane.lane() == Lane.FIGURES
        ? instances.get(instance).run(lane.conversation())
        : publishers.get(instance).run(lane.conversation());
  }

  /// Figures whose callers die before or after they have counted.
  private final class Mortal implements FiguresStore {
    private final FiguresStore figures;

    Mortal(FiguresStore figures) {
      this.figures = figures;
    }

    @Override
    public void count(SiteName site, List<Step> steps, Instant now) {
      int fate = random.nextInt(6);
      if (fate == 0) {
        frozen.add(() -> figures.count(site, steps, now));
      }
      if (fate < 2) {
        throw new StoreUnavailable("died before it counted");
      }
      figures.count(site, steps, now);
      if (fate == 2) {
        frozen.add(() -> figures.count(site, steps, now));
        throw new StoreUnavailable("died before it settled");
      }
    }

    @Override
    public void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours) {
      figures.attended(site, desk, hours);
    }

    @Override
    public Figures read(SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to) {
      return figures.read(site, desk, from, to);
    }
  }
}
