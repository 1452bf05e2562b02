package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.VisitorReader;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import io.threadbridge.memory.MemoryFileStore;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemoryRateLimits;
import io.threadbridge.memory.MemoryStore;
import io.threadbridge.memory.MemoryTeamChat;
import io.threadbridge.memory.MemoryVisitorTokens;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// A whole bridge over keepers in memory, without a desk: staff act by events.
final class World {
  static final Site SHOP =
      site("shop", List.of("https://shop.example/", "http://shop.example:8443"));
  private static final Site CLUB = site("club", List.of("https://club.example"));

  static final VisitorLimits LIMITS =
      new VisitorLimits(
          20, 120, 60, 240, 30, 2, 1_000, 120, 10, 200, 20_000, Duration.ofSeconds(10));

  static final FileLimits FILES = FileLimits.DEFAULT;

  final ManualClock clock = new ManualClock(Samples.NOON);
  final MemoryPresenceBook presence = new MemoryPresenceBook();
  final SwitchableStore store = new SwitchableStore(new MemoryStore(presence));
  final MemoryFileStore files = new MemoryFileStore(store);
  final MemoryVisitorTokens tokens = new MemoryVisitorTokens();
  final SwitchableSites openings = new SwitchableSites();
  private final OpenSigns signs = new OpenSigns(openings);
  final Origins origins;
  final VisitorConnections connections;
  final VisitorSocket socket;
  final VisitorRoutes visitorRoutes;
  final WidgetRoutes widgetRoutes;
  final LinkRoutes linkRoutes;
  final FileRoutes fileRoutes;
  final SharedFileRoutes sharedFileRoutes;
  final MemoryTeamChat desk = new MemoryTeamChat(clock);

  /// What was counted so far, by the names of the budgets.
  final Set<String> counted = ConcurrentHashMap.newKeySet();

  /// What comes of opening a file of the desk's, by its reference.
  final Map<String, FileBytes> opened = new ConcurrentHashMap<>();

  final SignedLinks links;
  private final ConversationHandler handler;
  private final AtomicReference<Optional<VisitorConnections>> toNudge =
      new AtomicReference<>(Optional.empty());

  World(URI publicUrl, VisitorLimits limits) {
    Sites sites = sites();
    origins = new Origins(publicUrl, sites);
    handler =
        new ConversationHandler(
            store, new SaveWriter(sites, new PlainTexts()), new ToSockets(), new Blind(), clock);
    ConversationOpener opener =
        new ConversationOpener(store, clock, () -> UUID.randomUUID().toString());
    VisitorDoor door = new VisitorDoor(handler, store, opener, files, clock);
    VisitorGate gate = new VisitorGate(tokens, store, sites, clock);
    MemoryRateLimits buckets = new MemoryRateLimits();
    RateLimits rates =
        (budget, now) -> {
          counted.add(budget.name());
          return buckets.take(budget, now);
        };
    connections =
        new VisitorConnections(
            door,
            new VisitorReader(store, clock),
            new VisitorActions(door, gate, rates, limits, clock),
            gate,
            presence,
            signs,
            limits,
            clock,
            "instance-1",
            () -> UUID.randomUUID().toString());
    toNudge.set(Optional.of(connections));
    socket = new VisitorSocket(connections, gate, origins, clock);
    visitorRoutes =
        new VisitorRoutes(
            sites,
            opener,
            gate,
            connections,
            signs,
            rates,
            limits,
            origins,
            World::takesFiles,
            clock);
    ConversationFiles shared = new ConversationFiles(store, files, _ -> Optional.of(platform()));
    fileRoutes =
        new FileRoutes(gate, shared, files, rates, FILES, origins, World::takesFiles, clock);
    widgetRoutes = new WidgetRoutes(sites, origins);
    links = new SignedLinks(publicUrl, "a secret of enough bytes".getBytes(UTF_8), clock);
    linkRoutes = new LinkRoutes(links, gate, door, new PlainTexts(), rates, origins, clock);
    sharedFileRoutes = new SharedFileRoutes(links, shared, new PlainTexts(), rates, FILES, clock);
  }

  /// The desk, but for files of which something else is to come.
  private TeamChat platform() {
    return (TeamChat)
        Proxy.newProxyInstance(
            World.class.getClassLoader(),
            new Class<?>[] {TeamChat.class},
            (_, method, arguments) ->
                method.getName().equals("open") && opened.containsKey((String) arguments[1])
                    ? opened.get((String) arguments[1])
                    : method.invoke(desk, arguments));
  }

  private static boolean takesFiles(SiteName site) {
    return site.equals(SHOP.name());
  }

  static Sites sites() {
    return new Sites() {
      @Override
      public Optional<Site> find(SiteName name) {
        return all().stream().filter(site -> site.name().equals(name)).findFirst();
      }

      @Override
      public List<Site> all() {
        return List.of(SHOP, CLUB);
      }
    };
  }

  private static Site site(String name, List<String> origins) {
    return new Site(
        new SiteName(name),
        "Boats & Co",
        origins,
        new DeskRef("slack:C0001"),
        List.of("en", "fi"),
        "en",
        ZoneOffset.UTC,
        List.of("/checkout*"),
        Duration.ofDays(30),
        Policy.DEFAULT,
        Staffing.NONE);
  }

  /// What a second of the heart does, at the clock's moment.
  void beat() {
    socket.beat();
    connections.beat();
  }

  void beatAfter(Duration time) {
    clock.advance(time);
    beat();
  }

  void staffWrites(String conversation, String post, String text) {
    staff(
        conversation,
        post,
        new StaffEvent.Wrote(
            clock.instant(), Samples.ANNA, new PostRef(post), text, 0, VisitorFacts.THERE));
  }

  /// Somebody posts a file without a word.
  void staffShows(String conversation, String post, SharedFile file) {
    staff(
        conversation,
        post,
        new StaffEvent.Wrote(
            clock.instant(),
            Samples.ANNA,
            new PostRef(post),
            "",
            List.of(file),
            0,
            VisitorFacts.THERE));
  }

  void staffEdits(String conversation, String post, String text) {
    handler.handle(
        new ConversationId(conversation),
        new EventId("edit of " + post + " to " + text.length()),
        new About.Post(Samples.DESK, new PostRef(post)),
        loaded ->
            new StaffEvent.Edited(
                clock.instant(), Samples.ANNA, new PostRef(post), loaded.about(), text),
        Optional.empty());
  }

  void staffDeletes(String conversation, String post) {
    handler.handle(
        new ConversationId(conversation),
        new EventId("delete of " + post),
        new About.Post(Samples.DESK, new PostRef(post)),
        loaded ->
            new StaffEvent.Deleted(
                clock.instant(), Samples.ANNA, new PostRef(post), loaded.about()),
        Optional.empty());
  }

  void staffClaims(String conversation) {
    staff(conversation, "claim", new StaffEvent.Claimed(clock.instant(), Samples.ANNA));
  }

  /// The conversation is woken, with Bertil on call.
  void wakes(String conversation) {
    SiteFacts facts =
        new SiteFacts(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(Samples.BERTIL),
            Optional.empty(),
            Optional.empty());
    new WakeStep(handler, (_, _) -> facts, clock).run(new ConversationId(conversation));
  }

  void staffPromises(String conversation, Duration length) {
    staff(
        conversation,
        "promise",
        new StaffEvent.Promised(clock.instant(), Samples.ANNA, clock.instant().plus(length)));
  }

  void staffCloses(String conversation) {
    staff(conversation, "close", new StaffEvent.ClosedIt(clock.instant(), Samples.ANNA));
  }

  private void staff(String conversation, String id, StaffEvent event) {
    handler.handle(new ConversationId(conversation), new EventId(id), event);
  }

  VisitorFacts facts(String conversation) {
    return store
        .load(new ConversationId(conversation), new About.Nothing(), clock.instant())
        .orElseThrow()
        .facts();
  }

  private final class ToSockets implements Nudges {
    @Override
    public void saved(Conversation conversation, Set<Lane> owing) {
      look(conversation.id());
    }

    @Override
    public void look(ConversationId conversation) {
      toNudge.get().ifPresent(known -> known.look(conversation));
    }
  }

  private static final class PlainTexts implements Texts {
    @Override
    public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
      return key.name();
    }

    @Override
    public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
      return name;
    }
  }

  private static final class Blind implements DecisionObserver {
    @Override
    public void decided(
        ConversationId conversation, String event, String decision, String because) {}

    @Override
    public void deskNeedsMending(String desk, String why, String mend) {}

    @Override
    public void deskWorks(String desk) {}

    @Override
    public void unknownOutcome(ConversationId conversation, Lane lane, String why) {}

    @Override
    public void refused(ConversationId conversation, Lane lane, String why) {}

    @Override
    public void workerFailed(String worker, Throwable failure) {}
  }
}
