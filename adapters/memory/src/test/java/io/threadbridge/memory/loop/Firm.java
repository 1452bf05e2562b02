package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;

import io.threadbridge.bridge.application.CardWriter;
import io.threadbridge.bridge.application.ChatCommands;
import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.DeskCommands;
import io.threadbridge.bridge.application.DeskFiles;
import io.threadbridge.bridge.application.DeskPace;
import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.application.DeskWords;
import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.application.HomeReports;
import io.threadbridge.bridge.application.LaneStep;
import io.threadbridge.bridge.application.LookupWork;
import io.threadbridge.bridge.application.OutwardWork;
import io.threadbridge.bridge.application.PresenceStep;
import io.threadbridge.bridge.application.Reports;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.SiteBook;
import io.threadbridge.bridge.application.SiteHandler;
import io.threadbridge.bridge.application.SiteStep;
import io.threadbridge.bridge.application.SiteWords;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.PictureOf;
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.ReportLinks;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.bridge.port.Trend;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.site.SiteEvent;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.memory.MemoryFiguresStore;
import io.threadbridge.memory.MemoryFileStore;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemoryRateLimits;
import io.threadbridge.memory.MemorySiteStore;
import io.threadbridge.memory.MemoryStore;
import io.threadbridge.memory.MemoryTeamChat;
import io.threadbridge.memory.MemoryTeamChat.Post;
import io.threadbridge.memory.MemoryThreadIndex;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A site with several visitors, and the loops around it that a test runs by moving the clock. Its
/// texts are their names and arguments.
final class Firm {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration ASK_PRESENCE_EVERY = Duration.ofSeconds(30);

  final ManualClock clock = new ManualClock(NOON);
  final MemoryTeamChat chat = new MemoryTeamChat(clock, "chat");
  final Between between = new Between();
  final Told told = new Told();
  final Sites sites;
  final SiteStore store = between.of(SiteStore.class, new MemorySiteStore());
  final SiteBook book;
  final SiteHandler handler;
  final DeskCommands commands;
  final HomeReports home;
  final FiguresStore figures = between.of(FiguresStore.class, new MemoryFiguresStore());
  private final MemoryStore kept = new MemoryStore(new MemoryPresenceBook());
  private final ConversationOpener opener;
  private final VisitorDoor visitorDoor;
  private final StaffDoor staffDoor;
  private final DeskStep deskStep;
  private final LaneStep laneStep;
  private final WakeStep wakeStep;
  private final SiteStep siteStep;
  private final SiteStep otherWorker;
  private Optional<Set<String>> present = Optional.empty();
  private Duration worked = Duration.ZERO;

  Firm() {
    this(new Shop());
  }

  Firm(Sites sites) {
    this.sites = sites;
    TeamChat platform = between.of(TeamChat.class, chat);
    Desks desks = _ -> Optional.of(platform);
    Texts texts = new Names();
    SiteWords siteWords = new SiteWords(texts, desks);
    book = new SiteBook(sites, store, clock);
    handler = new SiteHandler(store, sites, book, (_, _, _) -> {}, clock);
    DeskPace pace = new DeskPace(new MemoryRateLimits(), _ -> World.RATES);
    ReportLinks links = new Addresses();
    Reports reports = new Reports(figures, kept, desks, texts, new Alts(), links, clock);
    PresenceStep presence = new PresenceStep(figures, handler, clock);
    siteStep = new SiteStep(handler, sites, desks, siteWords, reports, presence, pace, clock);
    otherWorker = new SiteStep(handler, sites, desks, siteWords, reports, presence, pace, clock);
    commands = new ChatCommands(handler, book, sites, siteWords, reports, links, clock);
    home = new HomeReports(reports, book, sites, clock);
    ConversationHandler conversations =
        new ConversationHandler(kept, new SaveWriter(sites, texts), new Unheard(), told, clock);
    AtomicInteger names = new AtomicInteger();
    opener =
        new ConversationOpener(kept, clock, () -> "c-" + names.incrementAndGet(), book::deskOf);
    FileStore files = new MemoryFileStore(kept);
    visitorDoor = new VisitorDoor(conversations, kept, opener, files, clock);
    MemoryThreadIndex index = new MemoryThreadIndex();
    staffDoor = new StaffDoor(conversations, index, sites, clock);
    DeskWords words = new DeskWords(sites, texts);
    CardWriter cards = new CardWriter(sites, texts);
    DeskFiles shown =
        new DeskFiles(
            new ConversationFiles(kept, files, desks),
            (in, file) -> URI.create("https://chat.example/" + in.value() + "/" + file),
            words);
    deskStep =
        new DeskStep(kept, kept, kept, desks, conversations, cards, words, shown, told, clock);
    laneStep =
        new LaneStep(
            kept,
            kept,
            conversations,
            Map.of(
                Lane.SITE,
                OutwardWork.site(handler),
                Lane.LOOKUP,
                new LookupWork(index, staffDoor)),
            told,
            clock);
    wakeStep = new WakeStep(conversations, book, clock);
  }

  Site site() {
    return sites.all().getFirst();
  }

  /// A new visitor says something.
  ConversationId says(String words) {
    Page page = new Page("https://shop.example/boats", "Boats");
    ConversationId id = opener.open(site(), page, "en", Optional.of("Andriy"), Optional.empty());
    visitorDoor.say(id, "say", words);
    return id;
  }

  /// Anna answers whoever began with these words.
  void answers(String words) {
    PostRef post = new PostRef("answer-" + words);
    act(words, new StaffEvent.Wrote(clock.instant(), ANNA, post, "Hi", 0, VisitorFacts.THERE));
  }

  /// Anna hands whoever began with these words over to another desk of the site.
  void handsOver(String words, String desk) {
    Optional<DeskRef> to = Optional.ofNullable(site().handOverDesks().get(desk));
    act(words, new StaffEvent.HandedOverToDesk(clock.instant(), ANNA, desk, to));
  }

  /// Anna closes the conversation with whoever began with these words, who rates it.
  void closesAndIsRated(ConversationId id, String words, int stars, String comment) {
    act(words, new StaffEvent.ClosedIt(clock.instant(), ANNA));
    visitorDoor.rate(id, stars, comment);
  }

  /// A visitor has everything erased.
  void erases(ConversationId id) {
    visitorDoor.erase(id);
  }

  /// Anna does something in the thread of whoever began with these words, at the site's own desk.
  private void act(String words, StaffEvent event) {
    ThreadRef thread =
        chat.posts(DESK).stream()
            .filter(post -> post.card().map(Card::words).filter(words::equals).isPresent())
            .map(Post::thread)
            .findFirst()
            .orElseThrow();
    EventId id = new EventId(event.getClass().getSimpleName() + "-" + words);
    staffDoor.accept(id, DESK, thread, true, StaffDoor.Standing.MEMBER, event);
  }

  /// From now on the workspace tells that these are present.
  void present(Staff... staff) {
    present = Optional.of(Stream.of(staff).map(Staff::id).collect(Collectors.toSet()));
    handler.handle(site(), new SiteEvent.PresenceSeen(clock.instant(), present));
  }

  String command(Staff staff, String words) {
    return commands.run(DESK, staff, words);
  }

  /// Two workers find the site due at once, which happens when one holds the wake-up for too long.
  void twoWorkersAtOnce() {
    tried(() -> siteStep.run(site().name()));
    tried(() -> otherWorker.run(site().name()));
  }

  /// Addresses that say what is behind them.
  private record Addresses() implements ReportLinks {
    @Override
    public URI figures(SiteName site, DigestPeriod period, Format format) {
      return at(site, period, format.name());
    }

    @Override
    public URI picture(PictureOf picture) {
      String desk = picture.desk().map(one -> one.channel() + "/").orElse("");
      return at(picture.site(), picture.period(), desk + picture.subject().name());
    }

    private static URI at(SiteName site, DigestPeriod period, String what) {
      return URI.create(
          "https://chat.example/%s/%s/%s/%s"
              .formatted(site.value(), period.from(), period.to(), what));
    }
  }

  /// What was announced on the site's own desk, in order.
  List<String> announced() {
    return announced(DESK);
  }

  /// What was announced on a desk, in order.
  List<String> announced(DeskRef desk) {
    return chat.posts(desk).stream()
        .filter(post -> post.batch().startsWith("site:"))
        .flatMap(post -> post.words().stream().map(ThreadPost::lines).flatMap(List::stream))
        .toList();
  }

  /// The workers go on for so long, looking twice a second for what is owed and due.
  void workFor(Duration length) {
    for (Duration gone = Duration.ZERO; gone.compareTo(length) < 0; gone = gone.plus(TICK)) {
      look();
      clock.advance(TICK);
      worked = worked.plus(TICK);
    }
  }

  private void look() {
    kept.ready(clock.instant(), Duration.ofSeconds(5), 100)
        .forEach(lane -> tried(() -> carryOut(lane.conversation(), lane.lane())));
    kept.claimDue(clock.instant(), 100)
        .conversations()
        .forEach(due -> tried(() -> wakeStep.run(due)));
    tried(() -> store.claimDue(clock.instant(), 10).sites().forEach(siteStep::run));
    if (worked.toMillis() % ASK_PRESENCE_EVERY.toMillis() == 0 && present.isPresent()) {
      SiteEvent seen = new SiteEvent.PresenceSeen(clock.instant(), present);
      tried(() -> handler.handle(site(), seen));
    }
    tried(book::look);
  }

  private void carryOut(ConversationId id, Lane lane) {
    boolean more = true;
    for (int step = 0; more && step < 300; step++) {
      if (lane == Lane.DESK) {
        DeskStep.Rest rest = deskStep.run(id);
        more = rest.more() && !rest.notBefore().isAfter(clock.instant());
      } else {
        more = laneStep.run(id, lane);
      }
    }
  }

  /// What fails comes back by itself, as in the real loops.
  private void tried(Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable away) {
      told.workerFailed("worker", away);
    } catch (WorkerDied died) {
      told.workerFailed("dead worker", died);
    }
  }

  /// Nobody is nudged: the workers find everything by looking.
  private static final class Unheard implements Nudges {
    @Override
    public void saved(Conversation conversation, Set<Lane> owing) {
      // Whatever is owed is in the outbox.
    }

    @Override
    public void look(ConversationId conversation) {
      // No visitor is connected.
    }
  }

  /// Pictures of which only the words are to be seen.
  private static final class Alts implements Pictures {
    @Override
    public Optional<Picture> heatMap(HeatMap week) {
      return Optional.of(new Picture(new byte[1], 1, 1, week.alt()));
    }

    @Override
    public Optional<Picture> trend(Trend trend) {
      return Optional.of(new Picture(new byte[1], 1, 1, trend.alt()));
    }
  }

  /// Texts that say their names and arguments, without what comes before every command.
  private static final class Names implements Texts {
    @Override
    public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
      return key.name();
    }

    @Override
    public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
      Map<String, Object> own = new TreeMap<>(arguments);
      own.remove("command");
      return own.isEmpty() ? name : name + own;
    }
  }
}
