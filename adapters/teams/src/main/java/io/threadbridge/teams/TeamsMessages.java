package io.threadbridge.teams;

import io.threadbridge.bridge.application.ThreadCommand;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.teams.TeamsHappening.Act;
import io.threadbridge.teams.TeamsHappening.Commanded;
import io.threadbridge.teams.TeamsHappening.InThread;
import io.threadbridge.teams.TeamsHappening.Nothing;
import io.threadbridge.teams.TeamsHappening.UnderACall;
import java.time.Instant;
import java.util.Optional;

/// Reads messages of people: replies in threads, their edits and deletions, and what is said to us
/// by name in a channel or in a chat of its own.
final class TeamsMessages {
  private static final String CHANGED_WORDS = "editMessage";
  private static final String CAME_BACK = "undeleteMessage";

  private final TeamsDoors doors;
  private final OwnRoots roots;
  private final TeamsReading reading;
  private final TeamsPresses presses;

  TeamsMessages(TeamsDoors doors, OwnRoots roots, TeamsReading reading, TeamsPresses presses) {
    this.doors = doors;
    this.roots = roots;
    this.reading = reading;
    this.presses = presses;
  }

  TeamsHappening posted(Told told) {
    if (TeamsPresses.isAPress(told)) {
      return presses.submitted(told);
    }
    if (told.isPersonal()) {
      String words = reading.read(told).text();
      return new Commanded(
          told.eventId("said"), Optional.empty(), true, told.conversation(), told.sender(), words);
    }
    if (!told.isInChannel()) {
      return new Nothing("in no channel");
    }
    Optional<DeskRef> desk = doors.inChannel(told.channel());
    if (isItsOwnRoot(told)) {
      roots.somebodys(told.channel(), told.id());
      return inNoThread(told, desk);
    }
    boolean aside = roots.isAside(told.channel(), told.root());
    if (desk.isEmpty() && !aside) {
      return inNoThread(told, desk);
    }
    if (!aside && reading.mentionsUs(told) && !isOurs(told, desk.orElseThrow())) {
      return commanded(told, desk);
    }
    TeamsReading.Words words = reading.read(told);
    Act act =
        ThreadCommand.read(words.text())
            .map(command -> ThreadActs.of(command, reading.person(told).map(Told.Mention::account)))
            .orElseGet(() -> wrote(told, words));
    return inThread(told, desk, "wrote", act);
  }

  private TeamsHappening inNoThread(Told told, Optional<DeskRef> desk) {
    return reading.mentionsUs(told) ? commanded(told, desk) : new Nothing("not said to us");
  }

  private static Act wrote(Told told, TeamsReading.Words words) {
    AttachedFiles files = words.files();
    return new Act.Wrote(told.id(), words.text(), files.pictures(), files.withheld());
  }

  /// Who answers to an answer of ours, in a thread that is no visitor's, speaks to us again; who
  /// answers at a card that was probably lost does not.
  private boolean isOurs(Told told, DeskRef desk) {
    ThreadRef thread = new ThreadRef(told.root());
    return roots.isOurs(desk, thread, doors.isOurs())
        || roots.isPerhapsLost(told.channel(), thread);
  }

  private Commanded commanded(Told told, Optional<DeskRef> desk) {
    TeamsPlace place = new TeamsPlace("", told.channel());
    ThreadRef thread = new ThreadRef(told.root().isEmpty() ? told.id() : told.root());
    String words = reading.read(told).text();
    return new Commanded(
        told.eventId("said"), desk, false, place.conversation(thread), told.sender(), words);
  }

  TeamsHappening changed(Told told) {
    String kind = told.eventType();
    if (!kind.equals(CHANGED_WORDS) && !kind.equals(CAME_BACK)) {
      return new Nothing("a change of something else than words");
    }
    Optional<DeskRef> desk = doors.inChannel(told.channel());
    if (desk.isEmpty() || isItsOwnRoot(told)) {
      return new Nothing("in no thread of a desk");
    }
    String words = reading.read(told).text();
    if (ThreadCommand.read(words).isPresent()) {
      return new Nothing("words are not replaced by a command");
    }
    return told.at().isEmpty()
        ? new Nothing("an edit without a moment")
        : inThread(told, desk, "edited:" + told.at().get(), new Act.Edited(told.id(), words));
  }

  /// Told once more after it was taken back, a deletion is another one: its moment names it.
  TeamsHappening deleted(Told told) {
    Optional<DeskRef> desk = doors.inChannel(told.channel());
    if (desk.isEmpty() || isItsOwnRoot(told)) {
      return new Nothing("no reply of a desk was deleted");
    }
    String moment = told.at().map(at -> ":" + at).orElse("");
    return inThread(told, desk, "deleted" + moment, new Act.Deleted(told.id()));
  }

  private TeamsHappening inThread(Told told, Optional<DeskRef> desk, String what, Act act) {
    EventId id = told.eventId(what);
    Instant at = told.at().orElse(Instant.MAX);
    if (roots.isAside(told.channel(), told.root())) {
      return new UnderACall(id, told.channel(), told.root(), told.sender(), at, act);
    }
    return desk.isEmpty() || told.id().isEmpty()
        ? new Nothing("in no thread of a desk")
        : new InThread(id, desk.get(), new ThreadRef(told.root()), told.sender(), at, act);
  }

  private static boolean isItsOwnRoot(Told told) {
    return told.root().isEmpty() || told.root().equals(told.id());
  }
}
