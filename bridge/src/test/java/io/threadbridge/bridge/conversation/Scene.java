package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands round a story's conversation, and how its lines become events: the visitor's tab,
/// the site, the messages so far.
final class Scene {
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
  private static final Map<String, DeskRef> DESKS =
      Map.of("shop", new DeskRef("slack:C1"), "workshop", new DeskRef("teams:T/C2"));
  private static final Pattern WITH_FILES = Pattern.compile("\" with (\\S+\\.\\w+)");
  private static final SharedFile.Source KEPT =
      new SharedFile.Source.Kept(new ConversationId("story"));
  private static final SharedFile.Source POSTED =
      new SharedFile.Source.OnDesk(new DeskRef("slack:C1"), "reference");
  private static final int FILE_SIZE = 214_000;
  private static final Pattern IN_THREAD = Pattern.compile("(.*) in (t\\d+)");

  final Map<Integer, Message> messages = new HashMap<>();
  final Map<PostRef, Integer> staffPosts = new HashMap<>();
  private TabPresence tab;
  private SiteFacts site = SiteFacts.OPEN;
  private int posts;

  Scene(Instant begin) {
    tab = TabPresence.connected("tab", "one", begin).heard(TranscriptPlayer.TOMORROW);
  }

  VisitorFacts facts(Instant now) {
    return VisitorFacts.of(List.of(tab), now);
  }

  TimeEvent woke(Instant now) {
    return new TimeEvent.Woke(now, facts(now), site);
  }

  /// What changes only the facts; empty if it is something else.
  boolean changesOnlyFacts(Instant now, String who, String what) {
    return who.equals("site") ? site(now, what) : who.equals("visitor") && presence(now, what);
  }

  private boolean site(Instant now, String what) {
    String[] words = what.split(" ", 2);
    site =
        switch (words[0]) {
          case "has" -> people(words[1]);
          case "answers" ->
              estimating(Duration.parse("PT" + words[1].replaceAll("[^0-9]", "") + "S"));
          case "closes" ->
              open(Optional.of(now), Optional.of(TranscriptPlayer.TOMORROW.plusSeconds(9 * 3600)));
          case "opens" -> open(Optional.empty(), Optional.empty());
          default -> throw new IllegalArgumentException("what does the site do? " + what);
        };
    return true;
  }

  /// `Bo and Cleo on call, Dora as manager`.
  private SiteFacts people(String words) {
    List<Staff> onCall =
        Stream.of(words.split(" on call", 2)[0].split(" and ", -1)).map(Scene::person).toList();
    Matcher manager = Pattern.compile("(\\S+) as manager").matcher(words);
    Optional<Staff> boss =
        manager.find() ? Optional.of(person(manager.group(1))) : Optional.empty();
    Optional<DeskRef> overflow =
        words.contains("overflow") ? Optional.of(new DeskRef("slack:C2")) : Optional.empty();
    return new SiteFacts(
        site.open(),
        site.closedSince(),
        site.opensAgain(),
        site.waitEstimate(),
        onCall,
        boss,
        overflow);
  }

  private SiteFacts estimating(Duration length) {
    return new SiteFacts(
        site.open(),
        site.closedSince(),
        site.opensAgain(),
        Optional.of(length),
        site.onCall(),
        site.manager(),
        site.overflow());
  }

  private SiteFacts open(Optional<Instant> closedSince, Optional<Instant> opensAgain) {
    return new SiteFacts(
        closedSince.isEmpty(),
        closedSince,
        opensAgain,
        site.waitEstimate(),
        site.onCall(),
        site.manager(),
        site.overflow());
  }

  private boolean presence(Instant now, String what) {
    Instant evening = TranscriptPlayer.TOMORROW;
    tab =
        switch (what) {
          case "is typing" -> tab.drafted(1, now).drafted(0, now).heard(evening);
          case "has a draft" -> tab.drafted(12, now).heard(evening);
          case "clears the draft" -> tab.sent(now).heard(evening);
          case "opens the checkout" -> tab.onPage(true, now).heard(evening);
          case "leaves the checkout" -> tab.onPage(false, now).heard(evening);
          case "comes back" -> tab.heard(evening);
          default -> {
            yield tab;
          }
        };
    return Stream.of("typing", "draft", "checkout", "comes back").anyMatch(what::contains);
  }

  ConversationEvent visitor(Instant now, String what) {
    String[] words = what.split(" ", -1);
    return switch (words[0]) {
      case "writes" -> {
        tab = tab.sent(now).heard(TranscriptPlayer.TOMORROW);
        yield new VisitorEvent.Wrote(
            now, "say-" + now.toEpochMilli(), quoted(what), files(what, KEPT));
      }
      case "edits" -> new VisitorEvent.Edited(now, message(words[1]), quoted(what));
      case "deletes" -> new VisitorEvent.Deleted(now, message(words[1]));
      case "sees" -> new VisitorEvent.Saw(now, Integer.parseInt(words[1]));
      case "ends" -> new VisitorEvent.Left(now);
      case "asks" -> new VisitorEvent.AskedToErase(now);
      case "loses" -> {
        tab = tab.lost(now);
        yield new VisitorEvent.Disconnected(now);
      }
      case "chooses" -> chooses(now, words);
      case "rates" -> new VisitorEvent.Rated(now, new Rating(Integer.parseInt(words[1]), ""));
      case "stops" -> new VisitorEvent.StoppedMail(now);
      case "sends" ->
          new VisitorEvent.SentForm(
              now, "say-form", quoted(what), Lead.Way.EMAIL, words[words.length - 1]);
      default -> throw new IllegalArgumentException("what does the visitor do? " + what);
    };
  }

  private static VisitorEvent chooses(Instant now, String[] words) {
    Optional<String> contact = words.length > 2 ? Optional.of(words[2]) : Optional.empty();
    return switch (words[1]) {
      case "email" -> new VisitorEvent.ChoseAnotherWay(now, Lead.Way.EMAIL, contact);
      case "callback" -> new VisitorEvent.ChoseAnotherWay(now, Lead.Way.CALLBACK, contact);
      default -> new VisitorEvent.ChoseToWait(now);
    };
  }

  /// What somebody does in the current thread, or `in t1`, which may be an earlier one: the stays
  /// have the threads t1, t2, …
  StaffEvent staff(Instant now, Staff person, String what, Conversation conversation) {
    Matcher where = IN_THREAD.matcher(what);
    if (where.matches() && conversation instanceof Conversation.Started state) {
      ThreadRef thread = new ThreadRef(where.group(2));
      Place place =
          state.progress().stays().earlier().stream()
              .filter(left -> left.thread().equals(thread))
              .findFirst()
              .orElseGet(() -> new Place(state.desk(), thread));
      return StaffEvent.from(conversation, place, staff(now, person, where.group(1)));
    }
    return staff(now, person, what);
  }

  private StaffEvent staff(Instant now, Staff person, String what) {
    String[] words = what.split(" ", -1);
    return switch (words[0]) {
      case "writes" -> {
        posts++;
        PostRef post = new PostRef("p" + posts);
        int withheld = what.endsWith("a file that cannot be passed on") ? 1 : 0;
        yield new StaffEvent.Wrote(
            now, person, post, quoted(what), files(what, POSTED), withheld, facts(now));
      }
      case "edits" -> {
        PostRef post = new PostRef(words[1]);
        yield new StaffEvent.Edited(now, person, post, message(post), quoted(what));
      }
      case "deletes" -> {
        PostRef post = new PostRef(words[1]);
        yield new StaffEvent.Deleted(now, person, post, message(post));
      }
      case "claims" -> new StaffEvent.Claimed(now, person);
      case "takes" -> new StaffEvent.TookIt(now, person);
      case "closes" -> new StaffEvent.ClosedIt(now, person);
      case "owes" -> new StaffEvent.NothingOwed(now, person);
      case "promises" ->
          new StaffEvent.Promised(
              now, person, now.plus(Duration.ofMinutes(Long.parseLong(words[1]))));
      case "hands" -> new StaffEvent.HandedOver(now, person, person(words[words.length - 1]));
      case "moves" -> {
        String name = words[words.length - 1];
        yield new StaffEvent.HandedOverToDesk(
            now, person, name, Optional.ofNullable(DESKS.get(name)));
      }
      case "asks" -> asks(now, person, what);
      case "ticks" -> new StaffEvent.LeadDone(now, person);
      default -> throw new IllegalArgumentException("what does " + person.name() + " do? " + what);
    };
  }

  private static StaffEvent asks(Instant now, Staff person, String what) {
    return new StaffEvent.Asked(
        now,
        person,
        what.contains("address") ? StaffEvent.Question.CONTACT : StaffEvent.Question.CLARIFY);
  }

  /// `writes "Like this?" with photo.jpg`
  private static List<SharedFile> files(String what, SharedFile.Source source) {
    Matcher with = WITH_FILES.matcher(what);
    return with.find()
        ? List.of(new SharedFile(with.group(1), with.group(1), "image/jpeg", FILE_SIZE, source))
        : List.of();
  }

  private List<OutcomeEvent.FileOf> filesOf(List<Integer> seqs) {
    return seqs.stream()
        .flatMap(seq -> Optional.ofNullable(messages.get(seq)).stream())
        .flatMap(m -> m.files().stream().map(f -> new OutcomeEvent.FileOf(m.seq(), f.id())))
        .toList();
  }

  /// `shows photo.jpg of 2`
  private OutcomeEvent shows(Instant now, String[] words, Place place) {
    PostRef post = new PostRef("shown-" + words[1]);
    return new OutcomeEvent.FilePosted(now, place, post, words[1], message(words[3]));
  }

  /// What the desk says, of the stay that goes on, or `late`: of the one before it.
  OutcomeEvent desk(Instant now, String what, Conversation conversation) {
    Conversation.Started state = (Conversation.Started) conversation;
    Stay stay = what.endsWith(" late") ? before(state) : state.stay();
    ThreadRef thread = new ThreadRef("t" + (stay.number() + 1));
    String[] words = what.split(" ", -1);
    List<Integer> seqs =
        Stream.of(words).filter(w -> w.matches("\\d+")).map(Integer::valueOf).toList();
    return switch (words[0]) {
      case "opened" ->
          new OutcomeEvent.ThreadOpened(
              now, stay, thread, new PostRef(thread.value()), 1, filesOf(List.of(1)));
      case "has" ->
          new OutcomeEvent.Posted(
              now, stay, new PostRef("ours" + seqs.getFirst()), seqs, filesOf(seqs));
      case "shows" -> shows(now, words, new Place(stay.desk(), thread));
      case "called" -> new OutcomeEvent.Called(now, stay.desk(), new PostRef("call"));
      case "refuses" -> new OutcomeEvent.Refused(now, seqs, "refused");
      case "lost" -> new OutcomeEvent.ThreadLost(now, stay);
      default -> throw new IllegalArgumentException("what does the desk do? " + what);
    };
  }

  /// In stories there are two desks.
  private static Stay before(Conversation.Started state) {
    DeskRef other =
        DESKS.values().stream()
            .filter(desk -> !desk.equals(state.desk()))
            .findFirst()
            .orElseThrow();
    return new Stay(other, state.stay().number() - 1);
  }

  private Optional<Message> message(String seq) {
    return Optional.ofNullable(messages.get(Integer.valueOf(seq)));
  }

  private Optional<Message> message(PostRef post) {
    return Optional.ofNullable(staffPosts.get(post)).map(messages::get);
  }

  static Staff person(String name) {
    return new Staff("slack:" + name, name, Optional.empty());
  }

  static String quoted(String what) {
    Matcher matcher = QUOTED.matcher(what);
    if (!matcher.find()) {
      throw new IllegalArgumentException("words in quotes are missing: " + what);
    }
    return matcher.group(1).replace("\\n", "\n");
  }
}
