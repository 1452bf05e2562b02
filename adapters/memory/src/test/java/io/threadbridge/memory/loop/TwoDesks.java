package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.TEAMS_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.CardWork;
import io.threadbridge.bridge.application.CardWriter;
import io.threadbridge.bridge.application.ConversationFiles;
import io.threadbridge.bridge.application.ConversationHandler;
import io.threadbridge.bridge.application.ConversationOpener;
import io.threadbridge.bridge.application.CountStep;
import io.threadbridge.bridge.application.DeskFiles;
import io.threadbridge.bridge.application.DeskPace;
import io.threadbridge.bridge.application.DeskStep;
import io.threadbridge.bridge.application.DeskWords;
import io.threadbridge.bridge.application.Desks;
import io.threadbridge.bridge.application.DirectWork;
import io.threadbridge.bridge.application.LaneStep;
import io.threadbridge.bridge.application.LaneWork;
import io.threadbridge.bridge.application.LookupWork;
import io.threadbridge.bridge.application.OutwardWork;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.bridge.site.DigestTimes;
import io.threadbridge.contract.ManualClock;
import io.threadbridge.memory.MemoryFiguresStore;
import io.threadbridge.memory.MemoryFileStore;
import io.threadbridge.memory.MemoryPresenceBook;
import io.threadbridge.memory.MemoryRateLimits;
import io.threadbridge.memory.MemoryStore;
import io.threadbridge.memory.MemoryTeamChat;
import io.threadbridge.memory.MemoryTeamChat.Post;
import io.threadbridge.memory.MemoryThreadIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A conversation of a site with two desks on two platforms, whose posts have the same names, with
/// the loop around it.
final class TwoDesks {
  private static final Duration TICK = Duration.ofMillis(500);

  final ManualClock clock = new ManualClock(NOON);
  final MemoryTeamChat slack = new MemoryTeamChat(clock, "slack");
  final MemoryTeamChat teams = new MemoryTeamChat(clock, "teams");
  final Between between = new Between();
  final Told told = new Told();

  /// What is known of the site at each step of the clock.
  SiteFacts facts = SiteFacts.OPEN;

  private final MemoryStore kept = new MemoryStore(new MemoryPresenceBook());
  private final FileStore files = new MemoryFileStore(kept);
  private final VisitorDoor visitorDoor;
  private final StaffDoor staffDoor;
  private final DeskStep deskStep;
  private final LaneStep laneStep;
  private final CountStep countStep;
  private final WakeStep wakeStep;
  private final ConversationId id;
  private int happenings;

  TwoDesks() {
    Sites sites = new Shops();
    Texts texts = new Keys();
    TeamChat onSlack = between.of(TeamChat.class, slack);
    TeamChat onTeams = between.of(TeamChat.class, teams);
    Desks desks = desk -> Optional.of(desk.platform().equals("slack") ? onSlack : onTeams);
    ConversationHandler handler =
        new ConversationHandler(kept, new SaveWriter(sites, texts), new Unheard(), told, clock);
    ConversationOpener opener = new ConversationOpener(kept, clock, () -> "conversation-1");
    MemoryThreadIndex threads = new MemoryThreadIndex();
    CardWriter cards = new CardWriter(sites, texts);
    DeskWords words = new DeskWords(sites, texts);
    visitorDoor = new VisitorDoor(handler, kept, opener, files, clock);
    staffDoor = new StaffDoor(handler, threads, sites, clock);
    DeskFiles shown =
        new DeskFiles(
            new ConversationFiles(kept, files, desks),
            (in, file) -> URI.create("https://chat.example/" + in.value() + "/" + file),
            words);
    deskStep = new DeskStep(kept, kept, kept, desks, handler, cards, words, shown, told, clock);
    DeskPace pace = new DeskPace(new MemoryRateLimits(), _ -> World.RATES);
    Map<Lane, LaneWork> works =
        Map.of(
            Lane.CARD, new CardWork(kept, desks, cards, pace, clock),
            Lane.DIRECT, new DirectWork(desks, words),
            Lane.LOOKUP, new LookupWork(threads, staffDoor),
            Lane.SITE, OutwardWork.site((_, _, _, _, _) -> {}));
    laneStep = new LaneStep(kept, kept, handler, works, told, clock);
    countStep = new CountStep(kept, new MemoryFiguresStore(), handler, clock);
    wakeStep = new WakeStep(handler, (_, _) -> facts, clock);
    Page page = new Page("https://shop.example/boats", "Boats");
    id = opener.open(sites.all().getFirst(), page, "en", Optional.of("Andriy"), Optional.empty());
  }

  void say(String text) {
    visitorDoor.say(id, "say-" + text, text);
  }

  /// The visitor sends a picture with these words.
  void say(String text, String picture) {
    try (InputStream bytes = new ByteArrayInputStream(new byte[] {1, 2, 3})) {
      FileStore.Kept as = files.keep(id, "f1", picture, "image/png", bytes, clock.instant());
      assertThat(as).isInstanceOf(FileStore.Kept.As.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    visitorDoor.say(id, "say-" + text, text, List.of("f1"));
  }

  void edit(int seq, String text) {
    happenings++;
    visitorDoor.edit(id, "edit-" + happenings, seq, text);
  }

  /// Anna does something in a thread of a desk.
  StaffDoor.Answer does(DeskRef desk, ThreadRef thread, StaffEvent what) {
    happenings++;
    EventId event = new EventId("event-" + happenings);
    return staffDoor.accept(event, desk, thread, true, StaffDoor.Standing.MEMBER, what);
  }

  void writes(DeskRef desk, ThreadRef thread, String post, String text) {
    PostRef ref = new PostRef(post);
    does(
        desk,
        thread,
        new StaffEvent.Wrote(clock.instant(), ANNA, ref, text, 0, VisitorFacts.THERE));
  }

  /// Anna posts a picture without words.
  void shows(DeskRef desk, ThreadRef thread, String post, String name) {
    SharedFile picture =
        new SharedFile(post, name, "image/png", 900, new SharedFile.Source.OnDesk(desk, post));
    does(
        desk,
        thread,
        new StaffEvent.Wrote(
            clock.instant(), ANNA, new PostRef(post), "", List.of(picture), 0, VisitorFacts.THERE));
  }

  /// The files in the newest thread on a desk.
  List<String> filesOn(DeskRef desk) {
    ThreadRef thread = thread(desk);
    return posts(desk)
        .filter(post -> post.thread().equals(thread))
        .flatMap(post -> post.file().stream())
        .map(file -> file.file().name())
        .toList();
  }

  void edits(DeskRef desk, ThreadRef thread, String post, String text) {
    PostRef ref = new PostRef(post);
    does(desk, thread, new StaffEvent.Edited(clock.instant(), ANNA, ref, Optional.empty(), text));
  }

  /// Anna hands the conversation over, in its current thread as far as that is known.
  void moves(DeskRef from, ThreadRef thread, String to) {
    does(from, thread, new StaffEvent.HandedOverToDesk(clock.instant(), ANNA, to));
  }

  DeskStep.Rest deskStep() {
    return deskStep.run(id);
  }

  DeskStep.Rest deskStep(DeskRef turnOf) {
    return deskStep.run(id, turnOf);
  }

  void workFor(Duration length) {
    for (Duration gone = Duration.ZERO; gone.compareTo(length) < 0; gone = gone.plus(TICK)) {
      look();
      clock.advance(TICK);
    }
  }

  void look() {
    kept.ready(clock.instant(), Duration.ofSeconds(5), 100)
        .forEach(lane -> tried(() -> carryOut(lane.lane())));
    kept.claimDue(clock.instant(), 100)
        .conversations()
        .forEach(due -> tried(() -> wakeStep.run(due)));
  }

  private void carryOut(Lane lane) {
    boolean more = true;
    for (int step = 0; more && step < 300; step++) {
      if (lane == Lane.DESK) {
        DeskStep.Rest rest = deskStep();
        more = rest.more() && !rest.notBefore().isAfter(clock.instant());
      } else {
        more = lane == Lane.FIGURES ? countStep.run(id) : laneStep.run(id, lane);
      }
    }
  }

  /// A worker that dies comes back by itself.
  private void tried(Runnable work) {
    try {
      work.run();
    } catch (WorkerDied died) {
      told.workerFailed("dead worker", died);
    }
  }

  /// The newest card's thread on a desk.
  ThreadRef thread(DeskRef desk) {
    return cards(desk).getLast().thread();
  }

  /// What calls on a desk say: posts of their own that are no cards.
  List<String> callsOn(DeskRef desk) {
    return posts(desk)
        .filter(post -> post.isRoot() && post.card().isEmpty())
        .flatMap(post -> post.words().stream())
        .flatMap(words -> words.lines().stream())
        .toList();
  }

  List<Post> cards(DeskRef desk) {
    return posts(desk).filter(post -> post.card().isPresent()).toList();
  }

  /// What the newest card on a desk shows of the conversation's state.
  Card card(DeskRef desk) {
    return cards(desk).getLast().card().orElseThrow();
  }

  /// The words in the newest thread on a desk, the card's first; notices and calls left out.
  List<String> wordsOn(DeskRef desk) {
    ThreadRef thread = thread(desk);
    return posts(desk)
        .filter(post -> post.thread().equals(thread))
        .flatMap(
            post ->
                Stream.concat(
                    post.card().stream().map(Card::words),
                    post.words().stream()
                        .filter(words -> !words.name().isEmpty())
                        .map(ThreadPost::lines)
                        .flatMap(List::stream)))
        .toList();
  }

  /// The headings of the posts in the newest thread on a desk.
  List<String> namesOn(DeskRef desk) {
    ThreadRef thread = thread(desk);
    return posts(desk)
        .filter(post -> post.thread().equals(thread))
        .flatMap(post -> post.words().stream())
        .map(ThreadPost::name)
        .toList();
  }

  private Stream<Post> posts(DeskRef desk) {
    return on(desk).posts(desk).stream();
  }

  MemoryTeamChat on(DeskRef desk) {
    return desk.platform().equals("slack") ? slack : teams;
  }

  /// What the visitor has of the staff, in order.
  List<String> atTheVisitor() {
    return messages(Author.OfStaff.class);
  }

  /// What the visitor has of the bridge, in order.
  List<String> fromTheBridge() {
    return messages(Author.OfBridge.class);
  }

  private List<String> messages(Class<? extends Author> of) {
    return kept.transcript(id, 0, 2_000).stream()
        .filter(message -> of.isInstance(message.author()))
        .map(Message::text)
        .toList();
  }

  Conversation.Started state() {
    return (Conversation.Started)
        kept.load(id, new About.Nothing(), clock.instant()).orElseThrow().conversation();
  }

  boolean owesNothing() {
    return Stream.of(Lane.values())
        .allMatch(lane -> kept.claim(id, lane, clock.instant().plus(Duration.ofDays(1))).isEmpty());
  }

  /// The shop, with a workshop on the other platform, which is called after a minute where it is
  /// the desk to be called.
  private static final class Shops implements Sites {
    private static final StaffClock CLOCK =
        new StaffClock(
            Stream.concat(
                    StaffClock.DEFAULT.first().stream(),
                    Stream.of(
                        new StaffClock.Step(
                            Duration.ofMinutes(1), StaffClock.Action.CALL_OVERFLOW)))
                .sorted(Comparator.comparing(StaffClock.Step::after))
                .toList(),
            StaffClock.DEFAULT.later());

    @Override
    public Optional<Site> find(SiteName name) {
      return all().stream().filter(site -> site.name().equals(name)).findFirst();
    }

    @Override
    public List<Site> all() {
      Site shop = new Shop().site();
      Map<String, DeskRef> desks = new LinkedHashMap<>();
      desks.put("Shop", DESK);
      desks.put("workshop", TEAMS_DESK);
      return List.of(
          new Site(
              shop.name(),
              shop.title(),
              shop.origins(),
              shop.desk(),
              shop.languages(),
              shop.deskLanguage(),
              shop.zone(),
              shop.protectedPages(),
              shop.retention(),
              shop.policy().with(CLOCK),
              shop.staffing(),
              desks,
              DigestTimes.OFF));
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

  /// Texts that say their keys, and of whom.
  private static final class Keys implements Texts {
    @Override
    public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
      return (key.name() + " " + arguments.getOrDefault("name", "")).strip();
    }

    @Override
    public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
      return (name + " " + arguments.getOrDefault("name", "")).strip();
    }
  }
}
