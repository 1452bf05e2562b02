package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// A seeded walk through everything that can happen to one visitor's conversations, with a clock
/// that is never late: whatever is due happens before anything later does.
final class Walk {
  /// One step: what was, what happened, what was decided.
  record Step(Conversation before, ConversationEvent event, Decision decision, VisitorFacts facts) {
    /// What stands in the words of everybody who writes in a thread that is not the current one.
    static final String EARLIER = "EARLIER";

    List<Saying> said() {
      return decision instanceof Decision.Move move ? move.said() : List.of();
    }

    List<Effect> effects() {
      return decision instanceof Decision.Move move ? move.effects() : List.of();
    }

    Conversation next() {
      return switch (decision) {
        case Decision.Move move -> move.next();
        case Decision.Snooze snooze -> snooze.next();
        case Decision.Ignore _, Decision.Anew _ -> before;
      };
    }
  }

  private static final List<String> VISITOR_WORDS =
      List.of("Hello", "thanks!", "ok bye", "no, that's all", "Do you deliver?", "And on Sunday?");
  private static final List<String> STAFF_WORDS =
      List.of(
          "Yes.",
          "// internal SECRET",
          "note: SECRET",
          "One moment.\n// SECRET",
          "",
          "No.",
          "I will check and be back in 10 minutes.");
  private static final List<DeskRef> DESKS =
      List.of(new DeskRef("slack:C1"), new DeskRef("teams:T/C2"), new DeskRef("slack:C3"));
  private static final List<Duration> PROMISES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(30));
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(9),
          Duration.ofSeconds(45),
          Duration.ofMinutes(2),
          Duration.ofMinutes(7),
          Duration.ofMinutes(31),
          Duration.ofMinutes(70));

  private static final ConversationId WALK = new ConversationId("walk");

  private final Random random;
  private final BiFunction<Conversation, ConversationEvent, Decision> rules;
  private final Map<Integer, Message> messages = new HashMap<>();
  private final Map<PostRef, Integer> posts = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private Conversation conversation = Walks.notStarted(now);

  /// The threads that were opened, and for which stay; kept here, not taken from the rules.
  private final Map<Place, Stay> places = new LinkedHashMap<>();

  private Stay stay = new Stay(DESKS.getFirst(), 0);
  private TabPresence tab = TabPresence.connected("tab", "one", now);
  private int number;

  Walk(long seed, BiFunction<Conversation, ConversationEvent, Decision> rules) {
    this.random = new Random(seed);
    this.rules = rules;
  }

  Step step() {
    if (conversation instanceof Erased && random.nextInt(12) == 0) {
      begin();
    }
    Instant then = now.plus(pick(PAUSES));
    Optional<Instant> due = conversation.wakeAt();
    boolean clockFirst = due.isPresent() && !due.get().isAfter(then);
    now = clockFirst && due.get().isAfter(now) ? due.get() : clockFirst ? now : then;
    if (!clockFirst) {
      presence();
    }
    keepAlive();
    VisitorFacts facts = VisitorFacts.of(List.of(tab), now);
    ConversationEvent event =
        clockFirst ? new TimeEvent.Woke(now, facts, site()) : happening(facts);
    Conversation before = conversation;
    Decision decision = rules.apply(before, event);
    follow(decision, event);
    return new Step(before, event, decision, facts);
  }

  private void begin() {
    Optional<String> email = contact(random.nextBoolean());
    conversation = Walks.notStarted(now, Optional.of("Andriy").filter(_ -> email.isEmpty()), email);
    messages.clear();
    posts.clear();
    places.clear();
    stay = new Stay(DESKS.getFirst(), 0);
    tab = TabPresence.connected("tab", "one", now);
  }

  private void presence() {
    tab =
        switch (random.nextInt(12)) {
          case 0 -> tab.drafted(5, now);
          case 1 -> tab.drafted(0, now);
          case 2 -> tab.onPage(true, now);
          case 3 -> tab.onPage(false, now);
          case 4 -> tab.sent(now);
          case 5 -> tab.heard(now);
          default -> tab;
        };
  }

  /// A connected tab is heard of all the time.
  private void keepAlive() {
    tab = tab.lostAt().isEmpty() ? tab.heard(now) : tab;
  }

  private ConversationEvent happening(VisitorFacts facts) {
    number++;
    Staff staff = person(random.nextInt(3));
    return switch (random.nextInt(33)) {
      case 0, 1, 2, 3, 4 -> visitorWrites();
      case 5 -> new VisitorEvent.Edited(now, anyMessage(), "edited " + number);
      case 6 -> new VisitorEvent.Deleted(now, anyMessage());
      case 7 -> new VisitorEvent.Saw(now, random.nextInt(12));
      case 8 -> disconnects();
      case 9 -> rarely(() -> new VisitorEvent.Left(now));
      case 10 -> rarely(() -> new VisitorEvent.AskedToErase(now));
      case 11, 12 -> visitorDoes();
      case 13, 14, 15 -> staffWrites(staff, facts);
      case 16 -> {
        PostRef post = anyPost();
        yield new StaffEvent.Edited(now, staff, post, at(post), pick(STAFF_WORDS) + number);
      }
      case 17 -> {
        PostRef post = anyPost();
        yield new StaffEvent.Deleted(now, staff, post, at(post));
      }
      case 18 -> new StaffEvent.Claimed(now, staff);
      case 19 -> rarely(() -> new StaffEvent.ClosedIt(now, staff));
      case 20 -> new StaffEvent.NothingOwed(now, staff);
      case 21, 22, 23, 24 -> staffDoes(staff);
      case 25 -> movesOn(staff);
      case 26, 27 -> elsewhere(staff, facts);
      default -> outcome();
    };
  }

  private ConversationEvent rarely(Supplier<ConversationEvent> event) {
    return random.nextInt(3) == 0 ? event.get() : visitorWrites();
  }

  private ConversationEvent visitorDoes() {
    Lead.Way way = random.nextBoolean() ? Lead.Way.EMAIL : Lead.Way.CALLBACK;
    return switch (random.nextInt(5)) {
      case 0 -> new VisitorEvent.ChoseAnotherWay(now, way, contact(random.nextBoolean()));
      case 1 -> new VisitorEvent.ChoseToWait(now);
      case 2 -> new VisitorEvent.Rated(now, new Rating(1 + random.nextInt(5), ""));
      case 3 -> new VisitorEvent.StoppedMail(now);
      default -> new VisitorEvent.SentForm(now, "say" + number, "A question", way, "x@v.example");
    };
  }

  private ConversationEvent staffDoes(Staff staff) {
    return switch (random.nextInt(5)) {
      case 0 -> new StaffEvent.TookIt(now, staff);
      case 1 -> new StaffEvent.Promised(now, staff, now.plus(pick(PROMISES)));
      case 2 -> new StaffEvent.HandedOver(now, staff, person(random.nextInt(3)));
      case 3 -> new StaffEvent.LeadDone(now, staff);
      default -> {
        StaffEvent.Question[] all = StaffEvent.Question.values();
        yield new StaffEvent.Asked(now, staff, all[random.nextInt(all.length)]);
      }
    };
  }

  private static Optional<String> contact(boolean given) {
    return given ? Optional.of("me@visitor.example") : Optional.empty();
  }

  private static Staff person(int number) {
    return new Staff("slack:U" + number, "Anna" + number, Optional.empty());
  }

  /// Half an hour of open doors and half an hour of closed ones do not matter to the rules: any
  /// moment may be either.
  private SiteFacts site() {
    boolean open = random.nextInt(10) > 0;
    return new SiteFacts(
        open,
        open ? Optional.empty() : Optional.of(now.minus(Duration.ofMinutes(1))),
        open ? Optional.empty() : Optional.of(now.plus(Duration.ofHours(9))),
        random.nextBoolean() ? Optional.of(Duration.ofSeconds(100)) : Optional.empty(),
        List.of(person(0), person(1)),
        Optional.of(person(2)),
        random.nextBoolean() ? Optional.of(new DeskRef("slack:C2")) : Optional.empty());
  }

  private ConversationEvent visitorWrites() {
    tab = tab.sent(now);
    return new VisitorEvent.Wrote(
        now, "say" + number, pick(VISITOR_WORDS), files(new SharedFile.Source.Kept(WALK)));
  }

  /// One message in five shows something.
  private List<SharedFile> files(SharedFile.Source source) {
    return random.nextInt(5) == 0
        ? List.of(new SharedFile("file" + number, "a.png", "image/png", 9, source))
        : List.of();
  }

  private ConversationEvent disconnects() {
    tab = tab.lost(now);
    return new VisitorEvent.Disconnected(now);
  }

  private ConversationEvent movesOn(Staff staff) {
    Optional<DeskRef> to = random.nextInt(9) == 0 ? Optional.empty() : Optional.of(pick(DESKS));
    return new StaffEvent.HandedOverToDesk(now, staff, "a desk", to);
  }

  /// In any thread there ever was, or in one that nobody has heard of.
  private ConversationEvent elsewhere(Staff staff, VisitorFacts facts) {
    Place place =
        places.isEmpty() || random.nextInt(5) == 0
            ? new Place(pick(DESKS), new ThreadRef("unknown"))
            : pick(placesInOrder());
    Stay of = places.getOrDefault(place, new Stay(place.desk(), stay.number()));
    PostRef post = random.nextInt(2) == 0 ? anyPost() : new PostRef("p" + number);
    StaffEvent what =
        switch (random.nextInt(4)) {
          case 0 -> new StaffEvent.Edited(now, staff, post, at(post), pick(STAFF_WORDS) + number);
          case 1 -> new StaffEvent.Deleted(now, staff, post, at(post));
          case 2 -> new StaffEvent.Promised(now, staff, now.plus(pick(PROMISES)));
          default -> {
            String text = pick(STAFF_WORDS) + (of.equals(stay) ? "" : " " + Step.EARLIER);
            yield new StaffEvent.Wrote(now, staff, new PostRef("p" + number), text, 0, facts);
          }
        };
    return conversation instanceof Started
        ? StaffEvent.from(conversation, place, what)
        : new StaffEvent.InEarlierThread(place, what);
  }

  private ConversationEvent staffWrites(Staff staff, VisitorFacts facts) {
    PostRef post = random.nextInt(9) == 0 ? anyPost() : new PostRef("p" + number);
    List<SharedFile> files = files(new SharedFile.Source.OnDesk(stay.desk(), "file"));
    String text = files.isEmpty() || random.nextBoolean() ? pick(STAFF_WORDS) : "";
    return new StaffEvent.Wrote(now, staff, post, text, files, random.nextInt(2), facts);
  }

  private ConversationEvent outcome() {
    boolean late = stay.number() > 0 && random.nextInt(4) == 0;
    Stay of = late ? new Stay(pick(DESKS), stay.number() - 1) : stay;
    return switch (random.nextInt(7)) {
      case 0 -> opened(of);
      case 1 -> new OutcomeEvent.Posted(now, of, new PostRef("o" + number), List.of(1), filesOf(1));
      case 6 -> filePosted();
      case 2 -> new OutcomeEvent.Refused(now, List.of(1), "no");
      case 3 -> new OutcomeEvent.ThreadLost(now, of);
      case 4 -> new OutcomeEvent.Called(now, of.desk(), new PostRef("c" + number));
      default -> new OutcomeEvent.Settled(now, "");
    };
  }

  private ConversationEvent opened(Stay of) {
    Place place = new Place(of.desk(), new ThreadRef("t" + number));
    if (conversation instanceof Started) {
      places.put(place, of);
    }
    return new OutcomeEvent.ThreadOpened(
        now, of, place.thread(), new PostRef("t" + number), 1, filesOf(1));
  }

  private List<OutcomeEvent.FileOf> filesOf(int seq) {
    return Optional.ofNullable(messages.get(seq)).stream()
        .flatMap(message -> message.files().stream())
        .map(file -> new OutcomeEvent.FileOf(seq, file.id()))
        .toList();
  }

  /// A file that was on its way stands in a thread; its message may have been taken back.
  private ConversationEvent filePosted() {
    Place place =
        places.isEmpty() ? new Place(stay.desk(), new ThreadRef("t")) : pick(placesInOrder());
    Optional<Message> message = anyMessage();
    String file =
        message
            .flatMap(known -> known.files().stream().map(SharedFile::id).findFirst())
            .orElse("gone");
    PostRef post = new PostRef("f" + number);
    return new OutcomeEvent.FilePosted(now, place, post, file, message);
  }

  private List<Place> placesInOrder() {
    return List.copyOf(places.keySet());
  }

  private void follow(Decision decision, ConversationEvent event) {
    switch (decision) {
      case Decision.Move move -> {
        conversation = move.next();
        stay = conversation instanceof Started state ? state.stay() : stay;
        keep(move, event);
      }
      case Decision.Snooze snooze -> conversation = snooze.next();
      case Decision.Anew _ -> begin();
      case Decision.Ignore _ -> {}
    }
    if (conversation instanceof NotStarted) {
      messages.clear();
    }
  }

  private void keep(Decision.Move move, ConversationEvent event) {
    int seq = messages.size();
    for (Saying saying : move.said()) {
      seq++;
      Author author =
          saying instanceof Saying.ByVisitor ? new Author.OfVisitor() : new Author.OfBridge();
      List<SharedFile> files =
          switch (saying) {
            case Saying.ByVisitor said -> said.files();
            case Saying.ByStaff said -> said.files();
            case Saying.ByButton _, Saying.ByBridge _ -> List.of();
          };
      messages.put(
          seq, new Message(seq, author, "words", event.at(), Optional.empty(), files, 0, false));
      if (saying instanceof Saying.ByStaff said) {
        posts.put(said.post(), seq);
      }
    }
    for (Change change : move.changed()) {
      messages.computeIfPresent(change.seq(), (_, message) -> changed(message, change));
    }
  }

  private static Message changed(Message message, Change change) {
    return switch (change) {
      case Change.Delete _ -> message.blanked(1);
      case Change.Show(_, var file, var standing) -> message.withStanding(file, standing);
      case Change.Edit _ -> message;
    };
  }

  private Optional<Message> anyMessage() {
    return Optional.ofNullable(messages.get(1 + random.nextInt(4)));
  }

  private PostRef anyPost() {
    if (!posts.isEmpty() && random.nextInt(3) == 0) {
      return pick(List.copyOf(posts.keySet()));
    }
    return new PostRef("p" + Math.max(1, number - random.nextInt(12)));
  }

  private Optional<Message> at(PostRef post) {
    return Optional.ofNullable(posts.get(post)).map(messages::get);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
