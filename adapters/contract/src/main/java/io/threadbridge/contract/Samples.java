package io.threadbridge.contract;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Call;
import io.threadbridge.bridge.conversation.Care;
import io.threadbridge.bridge.conversation.Claim;
import io.threadbridge.bridge.conversation.CloseReason;
import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Correction;
import io.threadbridge.bridge.conversation.Counts;
import io.threadbridge.bridge.conversation.Deferral;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lead;
import io.threadbridge.bridge.conversation.Mailing;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Opening;
import io.threadbridge.bridge.conversation.Page;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Progress;
import io.threadbridge.bridge.conversation.Promise;
import io.threadbridge.bridge.conversation.QuietEnding;
import io.threadbridge.bridge.conversation.Rating;
import io.threadbridge.bridge.conversation.Silence;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffClock;
import io.threadbridge.bridge.conversation.Stay;
import io.threadbridge.bridge.conversation.Stays;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.Verdict;
import io.threadbridge.bridge.conversation.Visitor;
import io.threadbridge.bridge.conversation.Wait;
import io.threadbridge.bridge.recognition.ClosingKind;
import io.threadbridge.bridge.recognition.Opener;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Conversations, messages and names for tests of stores: whole values with every optional part
/// both there and absent.
public final class Samples {
  /// A Monday. Far in the future, so that a store which also lets keys expire by a clock of its own
  /// keeps what a test with a manual clock still needs.
  public static final Instant NOON = Instant.parse("2035-06-04T12:00:00Z");

  /// The conversation that most tests are about.
  public static final ConversationId ID = new ConversationId("conversation-1");

  /// One that must not be touched by what happens to [#ID].
  public static final ConversationId OTHER = new ConversationId("conversation-2");

  /// The desk that most tests are about.
  public static final DeskRef DESK = new DeskRef("slack:C0001");

  /// A desk that must not be touched by what happens to [#DESK].
  public static final DeskRef OTHER_DESK = new DeskRef("slack:C0002");

  /// A desk on another platform.
  public static final DeskRef TEAMS_DESK = new DeskRef("teams:T0001/19:abc@thread.tacv2");

  /// A thread; its name is found on more than one desk.
  public static final ThreadRef THREAD = new ThreadRef("1700000000.000100");

  /// A member of staff with a photo.
  public static final Staff ANNA =
      new Staff("slack:U0001", "Anna", Optional.of(URI.create("https://photos.example/anna.png")));

  /// A member of staff without a photo.
  public static final Staff BERTIL = new Staff("slack:U0002", "Bertil", Optional.empty());

  /// The smallest step of time that a store must tell apart.
  public static final Duration MILLISECOND = Duration.ofMillis(1);

  /// Words that a careless store would change.
  public static final String DIFFICULT_WORDS =
      "  \"quoted\" \\ back\\u0041slash\r\n"
          + "\ttab <!channel> &amp; %s {0} 'ä' Київ 👩‍👩‍👧 \u202Eab\0c ";

  private Samples() {}

  /// An opening with as little as possible known.
  public static Opening opening(ConversationId id, Instant at) {
    return new Opening(
        id,
        new SiteName("shop"),
        DESK,
        new Visitor(Optional.empty(), Optional.empty(), "Blue Heron"),
        new Page("https://shop.example/boats", "Boats"),
        "en",
        at,
        Optional.empty());
  }

  /// An opening with everything known.
  public static Opening fullOpening(ConversationId id, Instant at) {
    return new Opening(
        id,
        new SiteName("shop"),
        DESK,
        new Visitor(Optional.of("Andriy"), Optional.of("andriy@visitor.example"), "Blue Heron"),
        new Page("https://shop.example/boats?q=\"x\"", DIFFICULT_WORDS),
        "uk-UA",
        at,
        Optional.of(new ConversationId("earlier-1")));
  }

  /// Asked for, and nothing said.
  public static Conversation.NotStarted notStarted(ConversationId id, Instant at) {
    return new Conversation.NotStarted(opening(id, at));
  }

  /// Progress of a conversation with `lastSeq` messages and nothing else.
  public static Progress progress(Opening opening, int lastSeq, Instant at) {
    Progress begun = Progress.begin(opening, at);
    return new Progress(
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Counts(lastSeq, 0, Optional.empty(), 0, 0, 0, 0),
        begun.verdict(),
        Optional.empty(),
        begun.mailing(),
        List.of(),
        List.of(),
        Stays.at(opening.desk(), at),
        at);
  }

  /// Progress with everything in it.
  public static Progress fullProgress(int lastSeq, Instant at) {
    List<Correction> early =
        List.of(
            new Correction(new PostRef("1700000000.000900"), Optional.of(DIFFICULT_WORDS)),
            new Correction(new PostRef("1700000000.000901"), Optional.empty()));
    List<Call> calls =
        List.of(
            new Call(DESK, Optional.of(new PostRef("1700000000.000902"))),
            new Call(new DeskRef("slack:C2"), Optional.empty()));
    Optional<Instant> later = Optional.of(at.plusSeconds(120));
    List<Place> earlier = List.of(new Place(DESK, THREAD), new Place(OTHER_DESK, THREAD));
    Stays stays = new Stays(new Stay(TEAMS_DESK, 2), at.plusMillis(7), 3, earlier);
    return new Progress(
        at,
        Optional.of(THREAD),
        Optional.of(new Claim(ANNA, at)),
        Optional.of(BERTIL),
        new Counts(lastSeq, Math.min(2, lastSeq), Optional.of(at), 7, lastSeq, 1, 2),
        new Verdict(true, true, Optional.of(new Rating(4, DIFFICULT_WORDS))),
        Optional.of(new Lead(Lead.Way.CALLBACK, Optional.of("+358 40 1234567"), at)),
        new Mailing(Optional.of("andriy@visitor.example"), false, later, 1, later),
        calls,
        early,
        stays,
        at);
  }

  /// The staff owe the next word; it wants to be woken at `wakeAt`.
  public static Conversation.Waiting waiting(
      ConversationId id, int lastSeq, Instant at, Instant wakeAt) {
    Wait clock =
        new Wait(
            at,
            StaffClock.Column.FIRST,
            at,
            0,
            Optional.of(wakeAt),
            wakeAt.plus(Duration.ofHours(1)),
            wakeAt.plus(Duration.ofMinutes(9)),
            new Care(0, false, List.of(), Opener.STATED));
    Opening opening = opening(id, at);
    return new Conversation.Waiting(opening, progress(opening, lastSeq, at), clock);
  }

  /// Ended; wants no waking.
  public static Conversation.Closed closed(ConversationId id, int lastSeq, Instant at) {
    Opening opening = opening(id, at);
    return new Conversation.Closed(
        opening, progress(opening, lastSeq, at), at, CloseReason.BY_STAFF);
  }

  /// Every state that a save can leave behind while words are kept, with everything in it.
  public static List<Conversation.Started> everyStartedState(ConversationId id, Instant at) {
    Opening opening = fullOpening(id, at);
    Progress progress = fullProgress(3, at);
    Instant later = at.plusSeconds(120);
    Optional<Instant> soon = Optional.of(later);
    Care care = new Care(2, true, List.of(ANNA, BERTIL), Opener.BARE_GREETING);
    Instant from = at.plusMillis(1);
    Wait wait =
        new Wait(at, StaffClock.Column.LATER, from, 1, Optional.empty(), later, later, care);
    Silence silence = new Silence(at, Silence.Step.WARN, from, later, true, soon, soon);
    QuietEnding ending = new QuietEnding(ClosingKind.THANKS, at, later);
    Promise promise = new Promise(ANNA, at, later, later.plusSeconds(60), true, false, soon);
    return List.of(
        new Conversation.Waiting(opening, progress, wait),
        new Conversation.Answered(opening, progress, silence),
        new Conversation.Ending(opening, progress, ending),
        new Conversation.Promised(opening, progress, promise),
        new Conversation.Deferred(opening, progress, new Deferral(at, later)),
        new Conversation.Closed(opening, progress, later, CloseReason.GONE_AFTER_ANSWER),
        waiting(id, 0, at, later),
        closed(id, 0, at));
  }

  /// A message of the visitor's.
  public static Message visitorMessage(int seq, String text) {
    return new Message(
        seq,
        new Author.OfVisitor(),
        text,
        NOON.plusSeconds(seq),
        Optional.of("say-" + seq),
        0,
        false);
  }

  /// A message of Anna's.
  public static Message staffMessage(int seq, String text) {
    return new Message(
        seq, new Author.OfStaff(ANNA), text, NOON.plusSeconds(seq), Optional.empty(), 0, false);
  }

  /// A message of the bridge's.
  public static Message bridgeMessage(int seq, String text) {
    return new Message(
        seq, new Author.OfBridge(), text, NOON.plusSeconds(seq), Optional.empty(), 0, false);
  }
}
