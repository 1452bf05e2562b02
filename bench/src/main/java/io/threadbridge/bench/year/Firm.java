package io.threadbridge.bench.year;

import io.threadbridge.bench.recount.Recount;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.Handled;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.ConversationRules;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// One firm for a year: its program (the real rules over the keepers in memory), its staff, and the
/// visitors of its site.
final class Firm implements Nudges {
  /// After the last visitor everything still open must come to its end in this time: a lead is kept
  /// for 30 days, and whoever writes once more at its end may begin another.
  private static final Duration AFTERMATH = Duration.ofDays(100);

  private static final int PAGES = 230;

  private final Tally tally;
  private final Variation variation;
  private final Outages outages;
  private final MemoryPresenceBook presence = new MemoryPresenceBook();
  private final MemoryStore store = new MemoryStore(presence);
  private final ConversationHandler handler;
  private final WakeStep wakeStep;
  private final Desk desk;
  private final Bookkeeper bookkeeper;
  private int arrived;
  private final Map<ConversationId, VisitorOfTheYear> visitors = new HashMap<>();
  private final Set<ConversationId> open = new java.util.HashSet<>();
  final Timeline time;
  final Random random;
  final House house;
  final VisitorDoor door;
  final ConversationOpener opener;

  Firm(long seed, Variation variation, Tally tally) {
    this(seed, variation, tally, ConversationRules::decide);
  }

  Firm(long seed, Variation variation, Tally tally, ConversationHandler.Decider decider) {
    this.random = new Random(seed);
    this.variation = variation;
    this.tally = tally;
    this.house = House.of((int) (seed % 1_000), variation.policy());
    this.time = new Timeline(House.BEGIN);
    this.outages = new Outages(random, House.BEGIN, House.YEAR);
    Sites sites = house.sites();
    SaveWriter writer = new SaveWriter(sites, new Words());
    this.handler = new ConversationHandler(store, writer, this, new Unheard(), time, decider);
    this.opener = new ConversationOpener(store, time, () -> "c-" + random.nextLong());
    this.door = new VisitorDoor(handler, store, opener, time);
    this.wakeStep = new WakeStep(handler, (_, now) -> house.facts(now), time);
    this.desk = new Desk(this, tally);
    this.bookkeeper = new Bookkeeper(store, handler, time);
  }

  /// Lives through the year with so many visitors.
  void live(int conversations) {
    for (int i = 0; i < conversations; i++) {
      time.at(house.arrival(random), () -> new VisitorOfTheYear(this, tally).arrives());
    }
    time.runUntil(House.BEGIN.plus(House.YEAR).plus(AFTERMATH));
    tally.count(Count.WITHOUT_END, open.size());
    tally.count(Count.RESTARTS, outages.count());
  }

  Site site() {
    return house.site();
  }

  /// What was counted, against what the journals say.
  Recount recount() {
    return bookkeeper.recount(store);
  }

  /// Where the next visitor comes from: more pages than are told apart.
  Page nextPage() {
    arrived++;
    return new Page("https://firm.example/page-" + arrived % PAGES, "");
  }

  void register(ConversationId id, VisitorOfTheYear visitor) {
    visitors.put(id, visitor);
  }

  /// What a browser sends while the program is away is sent again when it is back.
  void whenRunning(Runnable sends) {
    Instant running = outages.running(time.instant());
    if (running.equals(time.instant())) {
      sends.run();
    } else {
      time.at(running, sends);
    }
  }

  void seen(ConversationId id, TabPresence tab) {
    presence.put(id, variation.seesWhatTheyDo() ? tab : onlyThere(tab), time.instant());
  }

  private static TabPresence onlyThere(TabPresence tab) {
    return new TabPresence(tab.tab(), tab.instance(), tab.aliveUntil(), tab.lostAt(), List.of());
  }

  void staff(ConversationId id, StaffEvent event) {
    EventId name = new EventId("staff:" + time.instant() + ":" + random.nextLong());
    whenRunning(() -> handled(handler.handle(id, name, event)));
  }

  private static void handled(Handled handled) {
    if (handled instanceof Handled.LeaseLost) {
      throw new IllegalStateException("nobody else works here");
    }
  }

  Optional<Conversation> load(ConversationId id) {
    return store.load(id, new About.Nothing(), time.instant()).map(Loaded::conversation);
  }

  Watch watch() {
    return new Watch(tally, outages);
  }

  /// The messages past `seq`.
  List<Message> messages(ConversationId id, int seq) {
    return store.transcript(id, seq, Policy.MESSAGES_MAX);
  }

  @Override
  public void saved(Conversation conversation, Set<Lane> owing) {
    tally.count(Count.EVENTS);
    ConversationId id = conversation.id();
    if (conversation instanceof Started && !(conversation instanceof Closed)) {
      open.add(id);
    } else {
      open.remove(id);
    }
    conversation.wakeAt().ifPresent(moment -> time.at(outages.running(moment), () -> wake(moment)));
    VisitorOfTheYear visitor = visitors.get(id);
    if (visitor != null) {
      visitor.looks(conversation);
    }
    owing.stream()
        .filter(lane -> lane == Lane.DESK || lane == Lane.DIRECT || lane == Lane.MAIL)
        .forEach(lane -> time.in(Duration.ofMillis(300), () -> desk.work(id, lane)));
    if (owing.contains(Lane.FIGURES)) {
      bookkeeper.owed(id);
    }
  }

  @Override
  public void look(ConversationId conversation) {
    // The visitors look at every save.
  }

  private void wake(Instant moment) {
    if (!moment.isAfter(time.instant())) {
      store.claimDue(time.instant(), 100).conversations().forEach(id -> handled(wakeStep.run(id)));
    }
  }

  Outbox outbox() {
    return store;
  }

  ConversationHandler handler() {
    return handler;
  }

  /// What people of the firm do about an effect.
  void reacts(Started state, Effect effect) {
    house.staffRoom().reacts(this, state, effect);
  }
}
