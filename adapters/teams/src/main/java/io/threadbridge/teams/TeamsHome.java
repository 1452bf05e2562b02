package io.threadbridge.teams;

import static java.util.stream.Collectors.joining;

import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.Report;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Commanded;
import io.threadbridge.teams.TeamsPeople.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers who asks in their own chat with the app how it goes: `report`, with a card of today and
/// one of the last seven days for each site at whose desk they are; or `report week` and the like,
/// in words. Figures are for the full members of a desk's own team, and for nobody else.
final class TeamsHome {
  private static final String REPORT = "report";

  /// Of more teams than this nobody is looked up.
  private static final int TEAMS_MAX = 20;

  /// So many desks are told of in words.
  private static final int DESKS_MAX = 5;

  private final TeamsDoors doors;
  private final TeamsPeople people;
  private final InboundWords words;
  private final TeamsVoice voice;

  TeamsHome(TeamsDoors doors, TeamsPeople people, InboundWords words, TeamsVoice voice) {
    this.doors = doors;
    this.people = people;
    this.words = words;
    this.voice = voice;
  }

  /// The person at each desk whose team they are a full member of.
  ///
  /// @param isKnown whether every team that was asked said who they are
  private record Theirs(Map<DeskRef, Person> desks, boolean isKnown) {
    DeskRef first() {
      return desks.keySet().iterator().next();
    }
  }

  /// Whether somebody asks for a report, in the language of a desk or by the word that every
  /// language knows.
  boolean isAskedFor(Commanded command) {
    String first = asked(command)[0].toLowerCase(Locale.ROOT);
    return command.personal()
        && Stream.concat(
                Stream.of(REPORT), doors.here().stream().map(desk -> words.of(desk, Word.REPORT)))
            .anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(first));
  }

  /// The first word, and what follows it.
  private static String[] asked(Commanded command) {
    return command.words().strip().split("\\s+", 2);
  }

  /// Blocks while Teams and the figures are asked.
  void answer(Commanded command) {
    List<DeskRef> here = doors.here();
    if (here.isEmpty()) {
      return;
    }
    Theirs theirs = theirs(here, command.account());
    if (theirs.desks().isEmpty()) {
      say(here.getFirst(), command, theirs.isKnown() ? Word.NO_REPORT : Word.TRY_AGAIN);
      return;
    }
    try {
      tell(theirs, command);
    } catch (StoreUnavailable _) {
      say(theirs.first(), command, Word.TRY_AGAIN);
    }
  }

  private void tell(Theirs theirs, Commanded command) {
    DeskRef first = theirs.first();
    String[] asked = asked(command);
    if (asked.length > 1) {
      voice.answer(first, command.conversation(), inWords(theirs, asked[1]));
      return;
    }
    List<Report> reports = doors.reports().apply(theirs.desks()::containsKey);
    reports.forEach(report -> voice.report(first, command.conversation(), report));
    if (reports.isEmpty()) {
      say(first, command, Word.NO_REPORT);
    }
  }

  private String inWords(Theirs theirs, String days) {
    return theirs.desks().entrySet().stream()
        .limit(DESKS_MAX)
        .map(at -> doors.commands().run(at.getKey(), at.getValue().staff(), REPORT + " " + days))
        .distinct()
        .collect(joining("\n\n"));
  }

  private void say(DeskRef desk, Commanded command, Word word) {
    voice.answer(desk, command.conversation(), words.of(desk, word));
  }

  /// Each team is asked once; one that does not say who somebody is shows them nothing.
  private Theirs theirs(List<DeskRef> here, String account) {
    Map<String, Optional<Person>> teams = new LinkedHashMap<>();
    boolean known = true;
    for (DeskRef desk : here) {
      TeamsPlace place = TeamsPlace.of(desk);
      if (teams.size() < TEAMS_MAX && !teams.containsKey(place.team())) {
        Optional<Person> person = person(place, account);
        known &= person.isPresent();
        teams.put(place.team(), person);
      }
    }
    Map<DeskRef, Person> desks = new LinkedHashMap<>();
    for (DeskRef desk : here) {
      teams
          .getOrDefault(TeamsPlace.of(desk).team(), Optional.empty())
          .filter(person -> person.standing() == Standing.MEMBER)
          .ifPresent(person -> desks.put(desk, person));
    }
    return new Theirs(desks, known);
  }

  private Optional<Person> person(TeamsPlace place, String account) {
    try {
      return Optional.of(people.person(place, account));
    } catch (StoreUnavailable _) {
      return Optional.empty();
    }
  }
}
