package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ANNA;
import static io.threadbridge.redis.Given.NOON;

import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.Noting;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Conversations in which anything happens, most of it more than once, and two instances that count
/// it and die at any moment; a worker that was thought dead wakes up and counts once more.
final class CountingRun {
  private static final int CONVERSATIONS = 40;
  private static final Staff BEN = new Staff("slack:U2", "Ben", Optional.empty());

  private final ManualClock clock = new ManualClock(NOON);
  private final RedisOutbox outbox;
  private final ConversationHandler handler;
  private final List<CountStep> instances;
  private final List<ConversationId> conversations;
  private final List<Runnable> frozen = new ArrayList<>();
  private final Random random;
  private int number;

  CountingRun(RedisConnections redis, long seed) {
    this.random = new Random(seed);
    this.outbox = new RedisOutbox(redis);
    Nobody nobody = new Nobody();
    RedisConversationStore store = new RedisConversationStore(redis);
    SaveWriter writer = new SaveWriter(nobody, nobody, new Noting(nobody, _ -> true));
    this.handler = new ConversationHandler(store, writer, nobody, nobody, clock);
    FiguresStore figures = new Mortal(new RedisFiguresStore(redis));
    this.instances =
        List.of(
            new CountStep(outbox, figures, handler, clock),
            new CountStep(new RedisOutbox(redis), figures, handler, clock));
    this.conversations =
        IntStream.range(0, CONVERSATIONS).mapToObj(i -> new ConversationId("run-" + i)).toList();
    conversations.forEach(id -> store.create(Given.notStarted(id), NOON.plus(Duration.ofDays(30))));
  }

  /// So many things happen, and then everything that is owed is counted.
  void run(int events) {
    for (int i = 0; i < events; i++) {
      clock.advance(Duration.ofMillis(random.nextLong(40_000)));
      happens();
      if (random.nextInt(3) == 0) {
        work();
      }
    }
    frozen.forEach(Runnable::run);
    for (int round = 0; round < events && work() > 0; round++) {
      clock.advance(Outbox.LEASE);
    }
  }

  private void happens() {
    number++;
    ConversationId id = conversations.get(random.nextInt(CONVERSATIONS));
    ConversationEvent event = event(clock.instant());
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      var _ = handler.handle(id, new EventId("event-" + number), event);
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

  private int work() {
    List<Outbox.Ready> ready =
        outbox.ready(clock.instant(), Duration.ofSeconds(1), 1_000).stream()
            .filter(lane -> lane.lane() == Lane.FIGURES)
            .toList();
    for (Outbox.Ready lane : ready) {
      try {
        boolean _ = instances.get(random.nextInt(2)).run(lane.conversation());
      } catch (StoreUnavailable _) {
        // Dead; its lease runs out.
      }
    }
    return ready.size();
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
