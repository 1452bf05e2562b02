package io.threadbridge.slack;

import io.threadbridge.bridge.application.StaffDoor;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
import io.threadbridge.bridge.conversation.StaffEvent;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.slack.ButtonValue.Place;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackHappening.InThread;
import io.threadbridge.slack.SlackWords.Word;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knocks at the door with what somebody did in a thread, once it is known who they are and which
/// conversation's thread it is.
final class SlackKnocks {
  private static final Logger LOG = LoggerFactory.getLogger(SlackKnocks.class);

  private final Door door;
  private final SlackPeople people;
  private final OwnPosts ownPosts;
  private final SlackHints hints;
  private final SlackEdits edits = new SlackEdits();
  private final InstantSource clock;

  SlackKnocks(
      Door door, SlackPeople people, OwnPosts ownPosts, SlackHints hints, InstantSource clock) {
    this.door = door;
    this.people = people;
    this.ownPosts = ownPosts;
    this.hints = hints;
    this.clock = clock;
  }

  /// Knocks, or does nothing where it is no thread of ours.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if nothing is kept
  void inThread(InThread told, SlackIdentity self) {
    if (!told.rootIsOurs()) {
      LOG.debug("Slack event dropped: a thread of somebody else's");
      return;
    }
    if (ownPosts.isAside(told.channel(), told.thread())) {
      aside(told, self);
      return;
    }
    String thread = told.thread().isEmpty() ? remembered(told) : told.thread();
    if (!thread.isEmpty()) {
      knock(told, new DeskRef("slack:" + told.channel()), new ThreadRef(thread), self);
    }
  }

  private String remembered(InThread told) {
    return told.act() instanceof Act.Deleted(String ts)
        ? ownPosts.whereIs(told.channel(), ts).map(OwnPosts.InThread::thread).orElse("")
        : "";
  }

  /// A call or an announcement is no visitor's thread. Who claims at a call claims what it calls
  /// for; whatever else is said there stays there.
  private void aside(InThread told, SlackIdentity self) {
    Optional<Place> called = ownPosts.calledTo(told.channel(), told.thread());
    if (told.act() instanceof Act.Did(Deed deed) && deed == Deed.CLAIM && called.isPresent()) {
      DeskRef desk = new DeskRef("slack:" + called.get().channel());
      knock(told, desk, new ThreadRef(called.get().thread()), self);
    } else if (told.act() instanceof Act.Wrote) {
      DeskRef here = new DeskRef("slack:" + told.channel());
      hints.tellOnce(here, new ThreadRef(told.thread()), nameless(told), Word.ONLY_A_CALL);
    } else {
      LOG.debug("Slack event dropped: under a call");
    }
  }

  private void knock(InThread told, DeskRef desk, ThreadRef thread, SlackIdentity self) {
    if (edits.isOvertaken(told)) {
      LOG.debug("Slack event dropped: a newer edit was passed on before");
      return;
    }
    SlackPeople.Person person = person(told, self);
    Optional<StaffEvent> event = event(told, person, desk, thread, self);
    if (event.isEmpty()) {
      return;
    }
    StaffDoor.Answer answer =
        door.accept(told.id(), desk, thread, true, person.standing(), event.get());
    edits.passedOn(told);
    if (told.act() instanceof Act.Wrote(String ts, _, _, _)) {
      OwnPosts.InThread where = new OwnPosts.InThread(thread.value(), true);
      ownPosts.standsIn(told.channel(), ts, where);
    }
    if (answer == StaffDoor.Answer.NOT_ALLOWED && person.standing() != Standing.BOT) {
      hints.tellOnce(desk, thread, person.staff(), Word.NOT_ALLOWED);
    }
    LOG.debug("Slack event {}: {}", event.get(), answer);
  }

  private static Staff nameless(InThread told) {
    return new Staff("slack:" + told.user(), "", Optional.empty());
  }

  /// A deletion takes something back, whoever made it: it needs no permission, and no look-up that
  /// could hold it up.
  private SlackPeople.Person person(InThread told, SlackIdentity self) {
    if (told.act() instanceof Act.Deleted) {
      return new SlackPeople.Person(nameless(told), Standing.MEMBER);
    }
    return told.foreign()
        ? new SlackPeople.Person(nameless(told), Standing.EXTERNAL)
        : people.person(told.user(), self);
  }

  /// What happened, for the rules; empty where only the person who did it needs to be told.
  ///
  /// Slack's clock may be ahead of ours; nothing has happened in the future.
  private Optional<StaffEvent> event(
      InThread told,
      SlackPeople.Person person,
      DeskRef desk,
      ThreadRef thread,
      SlackIdentity self) {
    Instant now = clock.instant();
    Instant at = told.at().isBefore(now) ? told.at() : now;
    Staff staff = person.staff();
    return switch (told.act()) {
      case Act.Wrote(String ts, String text, var files, int withheld) -> {
        PostRef post = new PostRef(ts);
        yield Optional.of(
            new StaffEvent.Wrote(at, staff, post, text, files, withheld, VisitorFacts.THERE));
      }
      case Act.Edited(String ts, String text) ->
          Optional.of(new StaffEvent.Edited(at, staff, new PostRef(ts), Optional.empty(), text));
      case Act.Deleted(String ts) ->
          Optional.of(new StaffEvent.Deleted(at, staff, new PostRef(ts), Optional.empty()));
      case Act.BackIn(var length) ->
          Optional.of(new StaffEvent.Promised(at, staff, at.plus(length)));
      case Act.BackAt(Instant until) -> Optional.of(new StaffEvent.Promised(at, staff, until));
      case Act.Did(Deed deed) -> Optional.of(did(deed, at, staff));
      case Act.HandedOver(String user) -> {
        SlackPeople.Person to = people.person(user, self);
        if (to.standing() != Standing.MEMBER) {
          yield onlyTold(person, desk, thread, Word.NOT_TO_THEM);
        }
        yield Optional.of(new StaffEvent.HandedOver(at, staff, to.staff()));
      }
      case Act.Moved(String name) -> Optional.of(new StaffEvent.HandedOverToDesk(at, staff, name));
      case Act.Misspelt(Word hint) -> onlyTold(person, desk, thread, hint);
    };
  }

  private Optional<StaffEvent> onlyTold(
      SlackPeople.Person person, DeskRef desk, ThreadRef thread, Word word) {
    if (person.standing() == Standing.MEMBER) {
      hints.tell(desk, thread, person.staff(), word);
    }
    return Optional.empty();
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
