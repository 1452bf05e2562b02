package io.threadbridge.teams;

import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.SharedFile;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime.Carried;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsPeople.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knocks at the door with what somebody did in a thread, once it is known who they are. Only
/// those whom Teams names as members of the desk's own team act, wherever they did it from.
final class TeamsKnocks {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsKnocks.class);

  /// Nothing came of it, and who did it is to be told why.
  record Refused(Staff staff, Word why) {}

  private final TeamsDoors doors;
  private final TeamsPeople people;
  private final TeamsPictures pictures;
  private final OwnRoots roots;
  private final TeamsVoice voice;
  private final Executor aside;
  private final InstantSource clock;
  private final LatestEdits edits = new LatestEdits();
  private final BoxedReplies boxes;

  /// @param aside where is said what no answer waits for
  TeamsKnocks(
      TeamsDoors doors,
      TeamsPeople people,
      TeamsPictures pictures,
      OwnRoots roots,
      TeamsVoice voice,
      Executor aside,
      InstantSource clock) {
    this.doors = doors;
    this.people = people;
    this.pictures = pictures;
    this.roots = roots;
    this.voice = voice;
    this.aside = aside;
    this.clock = clock;
    this.boxes = new BoxedReplies(clock);
  }

  /// Knocks, and says if nothing came of it, and why: [Word#GONE] where it is no thread of ours,
  /// which only somebody who pressed a button need know; [Word#OTHER_CARD] where it probably is
  /// one.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if nothing is kept, or nobody knows yet
  ///     whose thread it is
  Optional<Refused> knock(InThread told) {
    if (edits.isOvertaken(told)) {
      LOG.debug("Teams activity dropped: a newer edit was passed on before");
      return Optional.empty();
    }
    if (!roots.isOurs(told.desk(), told.thread(), doors.isOurs())) {
      return Optional.of(gone(told));
    }
    boolean fresh = roots.isFresh(TeamsPlace.of(told.desk()).channel(), told.thread());
    Person person = person(told);
    Optional<Person> other = other(told, person);
    Optional<Word> wrong = wrong(told, person, other);
    if (wrong.isPresent()) {
      return Optional.of(new Refused(person.staff(), wrong.get()));
    }
    StaffDoor.Answer answer =
        told.act() instanceof Act.Boxed boxed
            ? boxed(told, boxed, person, fresh)
            : accept(told, told.id(), fresh, person, event(told, person, other));
    edits.passedOn(told);
    LOG.debug("Teams activity {}: {}", told.id(), answer);
    return switch (answer) {
      case HANDLED, KEPT -> Optional.empty();
      case NOT_OURS -> Optional.of(gone(told));
      case NOT_ALLOWED ->
          Optional.of(new Refused(person.staff(), Word.NOT_ALLOWED))
              .filter(_ -> person.standing() != Standing.BOT);
    };
  }

  private Refused gone(InThread told) {
    String channel = TeamsPlace.of(told.desk()).channel();
    Word why = roots.isPerhapsLost(channel, told.thread()) ? Word.OTHER_CARD : Word.GONE;
    return new Refused(nameless(told.account()), why);
  }

  private StaffDoor.Answer accept(
      InThread told, EventId id, boolean rootIsOurs, Person person, StaffEvent event) {
    return doors
        .threads()
        .accept(id, told.desk(), told.thread(), rootIsOurs, person.standing(), event);
  }

  private StaffDoor.Answer boxed(InThread told, Act.Boxed boxed, Person person, boolean fresh) {
    BoxedReplies.Reply reply = boxes.of(told, boxed);
    StaffEvent event =
        new StaffEvent.Wrote(
            moment(told), person.staff(), reply.post(), boxed.text(), 0, VisitorFacts.THERE);
    StaffDoor.Answer answer = accept(told, reply.id(), fresh, person, event);
    boolean taken = answer == StaffDoor.Answer.HANDLED || answer == StaffDoor.Answer.KEPT;
    if (taken && boxes.isToBeShown(reply)) {
      aside.execute(() -> voice.echo(told.desk(), told.thread(), person.staff(), boxed.text()));
    }
    return answer;
  }

  /// A deletion takes something back, whoever made it: it needs no permission, and no look-up that
  /// could hold it up.
  private Person person(InThread told) {
    return told.act() instanceof Act.Deleted
        ? new Person(nameless(told.account()), Standing.MEMBER)
        : people.person(TeamsPlace.of(told.desk()), told.account());
  }

  static Staff nameless(String account) {
    return new Staff("teams:" + account, "", Optional.empty());
  }

  /// Whom somebody who may act hands a conversation to.
  private Optional<Person> other(InThread told, Person person) {
    return told.act() instanceof Act.HandedOver(String account)
            && person.standing() == Standing.MEMBER
        ? Optional.of(people.person(TeamsPlace.of(told.desk()), account))
        : Optional.empty();
  }

  /// Why nothing comes of what somebody asked for, where the rules need not know of it.
  private static Optional<Word> wrong(InThread told, Person person, Optional<Person> other) {
    if (!(told.act() instanceof Act.HandedOver || told.act() instanceof Act.Misspelt)) {
      return Optional.empty();
    }
    if (person.standing() != Standing.MEMBER) {
      return Optional.of(Word.NOT_ALLOWED);
    }
    return told.act() instanceof Act.Misspelt(Word hint)
        ? Optional.of(hint)
        : other.filter(to -> to.standing() != Standing.MEMBER).map(_ -> Word.NOT_TO_THEM);
  }

  /// Teams' clock may be ahead of ours; nothing has happened in the future.
  private Instant moment(InThread told) {
    Instant now = clock.instant();
    return told.at().isBefore(now) ? told.at() : now;
  }

  private StaffEvent event(InThread told, Person person, Optional<Person> other) {
    Instant at = moment(told);
    Staff staff = person.staff();
    return switch (told.act()) {
      case Act.Wrote wrote -> wrote(told.desk(), at, person, wrote);
      case Act.Edited(String post, String text) ->
          new StaffEvent.Edited(at, staff, new PostRef(post), Optional.empty(), text);
      case Act.Deleted(String post) ->
          new StaffEvent.Deleted(at, staff, new PostRef(post), Optional.empty());
      case Act.Back(Carried.For(Duration length)) ->
          new StaffEvent.Promised(at, staff, at.plus(length));
      case Act.Back(Carried.Until(Instant until)) -> new StaffEvent.Promised(at, staff, until);
      case Act.Did(Deed deed) -> did(deed, at, staff);
      case Act.HandedOver _ -> new StaffEvent.HandedOver(at, staff, other.orElseThrow().staff());
      case Act.Moved(String name) -> new StaffEvent.HandedOverToDesk(at, staff, name);
      case Act.Boxed _, Act.Misspelt _ ->
          throw new IllegalArgumentException(told.act() + " is no event of its own");
    };
  }

  /// Nothing is asked about what somebody posted who may not speak to a visitor.
  private StaffEvent wrote(DeskRef desk, Instant at, Person person, Act.Wrote wrote) {
    List<SharedFile> files =
        wrote.pictures().isEmpty() || person.standing() != Standing.MEMBER
            ? List.of()
            : pictures.known(desk, wrote.pictures());
    int withheld = wrote.withheld() + wrote.pictures().size() - files.size();
    PostRef post = new PostRef(wrote.post());
    return new StaffEvent.Wrote(
        at, person.staff(), post, wrote.text(), files, withheld, VisitorFacts.THERE);
  }

  private static StaffEvent did(Deed deed, Instant at, Staff staff) {
    return switch (deed) {
      case CLAIM -> new StaffEvent.Claimed(at, staff);
      case TAKE -> new StaffEvent.TookIt(at, staff);
      case CLOSE -> new StaffEvent.ClosedIt(at, staff);
      case NOTHING_OWED -> new StaffEvent.NothingOwed(at, staff);
      case ASK_CONTACT -> new StaffEvent.Asked(at, staff, StaffEvent.Question.CONTACT);
      case CLARIFY -> new StaffEvent.Asked(at, staff, StaffEvent.Question.CLARIFY);
      case LEAD_DONE -> new StaffEvent.LeadDone(at, staff);
      case BACK_IN, HAND_OVER, MOVE ->
          throw new IllegalArgumentException(deed + " needs to say until when, or to whom");
    };
  }
}
