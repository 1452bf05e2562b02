package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;

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
import io.threadbridge.bridge.application.PacedWork;
import io.threadbridge.bridge.application.SaveWriter;
import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.VisitorDoor;
import io.threadbridge.bridge.application.WakeStep;
import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.TextKey;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.FileBytes;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.Rate;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.ThreadIndex;
import io.threadbridge.bridge.port.ThreadPost;
import io.threadbridge.bridge.port.VisitorMail;
import io.threadbridge.bridge.port.WakeUps;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One conversation with the loop around it: a visitor, a member of staff, and workers that a test
/// runs by moving the clock.
final class World {
  private static final Duration TICK = Duration.ofMillis(500);

  /// Changes of cards are counted apart.
  static final DeskRates RATES =
      new DeskRates(
          List.of(new Rate(3, Duration.ofSeconds(1))),
          List.of(new Rate(10, Duration.ofMillis(1_500))),
          List.of());

  /// Long enough for a lease of a dead worker, the look-up after it and a pause of the platform.
  static final Duration A_WHILE = Duration.ofSeconds(100);

  final ManualClock clock = new ManualClock(NOON);
  final MemoryTeamChat chat = new MemoryTeamChat(clock);
  final Between between = new Between();
  final Told told = new Told();

  /// What the mail server was handed, and what it answers to the next.
  final List<VisitorMail> mails = new ArrayList<>();

  final Deque<Delivery> mailAnswers = new ArrayDeque<>();

  /// How late each wake-up was that found something due.
  final List<Duration> lateness = new ArrayList<>();

  final MemoryThreadIndex threads = new MemoryThreadIndex();
  final MemoryFiguresStore figures = new MemoryFiguresStore();
  private final MemoryStore kept = new MemoryStore(new MemoryPresenceBook());
  private final Outbox outbox = between.of(Outbox.class, kept);
  private final WakeUps wakeUps = between.of(WakeUps.class, kept);
  private final FileStore files = new MemoryFileStore(kept);
  private final ConversationFiles shared;
  private final VisitorDoor visitorDoor;
  private final StaffDoor staffDoor;
  private final DeskStep deskStep;
  private final LaneStep laneStep;
  private final CountStep countStep;
  private final WakeStep wakeStep;
  private final ConversationId id;
  private int wishes;

  World() {
    ConversationStore store = between.of(ConversationStore.class, kept);
    ThreadIndex index = between.of(ThreadIndex.class, threads);
    TeamChat platform = between.of(TeamChat.class, chat);
    Desks desks = _ -> Optional.of(platform);
    Shop shop = new Shop();
    Texts texts = new Words();
    ConversationHandler handler =
        new ConversationHandler(store, new SaveWriter(shop, texts), new Unheard(), told, clock);
    CardWriter cards = new CardWriter(shop, texts);
    ConversationOpener opener = new ConversationOpener(store, clock, () -> "conversation-1");
    visitorDoor = new VisitorDoor(handler, store, opener, files, clock);
    staffDoor = new StaffDoor(handler, index, shop, clock);
    PostBook posts = between.of(PostBook.class, kept);
    DeskWords words = new DeskWords(shop, texts);
    shared = new ConversationFiles(store, files, desks);
    DeskFiles shown =
        new DeskFiles(shared, (_, file) -> URI.create("https://chat.example/" + file), words);
    deskStep = new DeskStep(store, outbox, posts, desks, handler, cards, words, shown, told, clock);
    DeskPace pace = new DeskPace(new MemoryRateLimits(), _ -> RATES);
    Map<Lane, LaneWork> works =
        Map.of(
            Lane.CARD, new CardWork(store, desks, cards, pace, clock),
            Lane.DIRECT, new PacedWork(new DirectWork(desks, words), pace, clock),
            Lane.LOOKUP, new LookupWork(index, staffDoor),
            Lane.MAIL, OutwardWork.mail(store, this::mailed),
            Lane.SITE, OutwardWork.site((_, _, _, _, _) -> {}));
    laneStep = new LaneStep(store, outbox, handler, works, told, clock);
    countStep = new CountStep(outbox, figures, handler, clock);
    wakeStep = new WakeStep(handler, (_, _) -> SiteFacts.OPEN, clock, lateness::add);
    Page page = new Page("https://shop.example/boats", "Boats");
    id = opener.open(shop.site(), page, "en", Optional.of("Andriy"), Optional.empty());
  }

  /// The visitor says something, again and again until it is accepted; its number.
  int say(String text) {
    String sayId = "say-" + text.hashCode();
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        if (visitorDoor.say(id, sayId, text) instanceof VisitorDoor.Answer.Accepted accepted) {
          return accepted.seq();
        }
      } catch (StoreUnavailable away) {
        clock.advance(TICK);
      }
    }
    throw new AssertionError("never accepted");
  }

  /// The visitor shows a file of these bytes, with or without words.
  VisitorDoor.Answer show(String sayId, String text, String file, byte[] bytes) {
    upload(file, bytes);
    return visitorDoor.say(id, sayId, text, List.of(file));
  }

  /// The same with files that were kept before, or were not.
  VisitorDoor.Answer sayWith(String sayId, String text, List<String> fileIds) {
    return visitorDoor.say(id, sayId, text, fileIds);
  }

  boolean isKept(String file) {
    return files.find(id, file).isPresent();
  }

  private void upload(String file, byte[] bytes) {
    try {
      files.keep(id, file, file, "image/png", new ByteArrayInputStream(bytes), clock.instant());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Anna posts a file.
  void answerWith(String post, String text, String file, byte[] bytes) {
    chat.hold(file, bytes);
    SharedFile posted =
        new SharedFile(
            file, file, "image/png", bytes.length, new SharedFile.Source.OnDesk(DESK, file));
    staffEvent(
        post + ":wrote",
        new StaffEvent.Wrote(
            clock.instant(),
            ANNA,
            new PostRef(post),
            text,
            List.of(posted),
            0,
            VisitorFacts.THERE));
  }

  /// The bytes of a file of the conversation as its visitor gets them; empty if there is none.
  Optional<byte[]> read(String file) {
    return shared
        .find(id, file)
        .map(shared::open)
        .filter(FileBytes.Open.class::isInstance)
        .map(bytes -> whole((FileBytes.Open) bytes));
  }

  static byte[] whole(FileBytes.Open open) {
    try (InputStream stream = open.stream()) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The files that stand on the desk, by their names, in order.
  List<String> filesOnTheDesk() {
    return chat.posts(DESK).stream()
        .flatMap(post -> post.file().stream())
        .map(shown -> shown.file().name())
        .toList();
  }

  /// The visitor would rather have the answer by email.
  void wantsMail(String address) {
    visitorDoor.choose(id, "choice", Lead.Way.EMAIL, Optional.of(address));
  }

  private Delivery mailed(VisitorMail mail) {
    mails.add(mail);
    return Optional.ofNullable(mailAnswers.poll())
        .orElseGet(() -> new Delivery.Done(new PostRef(mail.id())));
  }

  /// One attempt of it.
  VisitorDoor.Answer sayOnce(String sayId, String text) {
    return visitorDoor.say(id, sayId, text);
  }

  void edit(int seq, String text) {
    wishes++;
    visitorDoor.edit(id, "edit-" + wishes, seq, text);
  }

  void delete(int seq) {
    wishes++;
    visitorDoor.delete(id, "delete-" + wishes, seq);
  }

  /// Anna writes in the thread, and her platform repeats the event until it is acknowledged.
  void answer(String post, String text) {
    staffEvent(post + ":wrote", wrote(post, text));
  }

  StaffEvent wrote(String post, String text) {
    return new StaffEvent.Wrote(
        clock.instant(), ANNA, new PostRef(post), text, 0, VisitorFacts.THERE);
  }

  /// Anna changes her post.
  void answerEdited(String post, String text) {
    PostRef ref = new PostRef(post);
    staffEvent(
        post + ":edited:" + text,
        new StaffEvent.Edited(clock.instant(), ANNA, ref, Optional.empty(), text));
  }

  /// Hands in an event until it is acknowledged.
  void staffEvent(String event, StaffEvent happened) {
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        staffEventOnce(event, thread(), happened);
        return;
      } catch (StoreUnavailable away) {
        clock.advance(TICK);
      }
    }
    throw new AssertionError("never acknowledged");
  }

  StaffDoor.Answer staffEventOnce(String event, ThreadRef thread, StaffEvent happened) {
    return staffDoor.accept(
        new EventId(event), DESK, thread, true, StaffDoor.Standing.MEMBER, happened);
  }

  /// One step of the desk's lane, as a worker makes it that was nudged.
  DeskStep.Rest deskStep() {
    return deskStep.run(id);
  }

  boolean laneStep(Lane lane) {
    return lane == Lane.FIGURES ? countStep.run(id) : laneStep.run(id, lane);
  }

  /// The workers go on for so long, looking twice a second for what is owed and due.
  void workFor(Duration length) {
    for (Duration gone = Duration.ZERO; gone.compareTo(length) < 0; gone = gone.plus(TICK)) {
      look();
      clock.advance(TICK);
    }
  }

  /// The workers look once for what is owed and due.
  void look() {
    tried(
        () ->
            outbox
                .ready(clock.instant(), Duration.ofSeconds(5), 100)
                .forEach(lane -> tried(() -> carryOut(lane.lane()))));
    tried(
        () ->
            wakeUps
                .claimDue(clock.instant(), 100)
                .conversations()
                .forEach(due -> tried(() -> wakeStep.run(due))));
  }

  private void carryOut(Lane lane) {
    boolean more = true;
    for (int step = 0; more && step < 300; step++) {
      if (lane == Lane.DESK) {
        DeskStep.Rest rest = deskStep();
        more = rest.more() && !rest.notBefore().isAfter(clock.instant());
      } else {
        more = laneStep(lane);
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

  /// The thread of the newest card.
  ThreadRef thread() {
    return chat.posts(DESK).stream()
        .filter(post -> post.card().isPresent())
        .map(Post::thread)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  /// Everything of the visitor's that stands on the desk, in order: one entry a message, the cards'
  /// words first in their threads.
  List<String> onTheDesk() {
    return posts().stream()
        .flatMap(
            post ->
                Stream.concat(
                    post.card().stream().map(Card::words),
                    post.words().stream().map(ThreadPost::lines).flatMap(List::stream)))
        .toList();
  }

  /// The cards and the visitor's posts, in order.
  List<Post> posts() {
    return chat.posts(DESK).stream()
        .filter(post -> post.card().isPresent() || isOfTheVisitor(post))
        .toList();
  }

  /// Calls and notices are the bridge's own.
  private static boolean isOfTheVisitor(Post post) {
    return post.words().filter(words -> !words.name().isEmpty()).isPresent();
  }

  /// The calls that stand in the channel.
  List<String> calls() {
    return chat.posts(DESK).stream()
        .filter(post -> post.isRoot() && post.card().isEmpty())
        .flatMap(post -> post.words().stream())
        .flatMap(words -> words.lines().stream())
        .toList();
  }

  /// What the visitor has of the staff, in order.
  List<String> atTheVisitor() {
    return kept.transcript(id, 0, 2_000).stream()
        .filter(message -> message.author() instanceof Author.OfStaff)
        .map(Message::text)
        .toList();
  }

  /// The state as it is.
  Conversation.Started state() {
    return (Conversation.Started)
        kept.load(id, new About.Nothing(), clock.instant()).orElseThrow().conversation();
  }

  /// Whether nothing is owed in any lane.
  boolean owesNothing() {
    return Stream.of(Lane.values())
        .allMatch(lane -> kept.claim(id, lane, clock.instant().plus(Duration.ofDays(1))).isEmpty());
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

  /// Texts that say their keys.
  private static final class Words implements Texts {
    @Override
    public String text(String language, ZoneId zone, TextKey key, Map<String, Object> arguments) {
      return key.name();
    }

    @Override
    public String label(String language, ZoneId zone, String name, Map<String, Object> arguments) {
      return name;
    }
  }
}
