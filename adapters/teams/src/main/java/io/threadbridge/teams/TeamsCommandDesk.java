package io.threadbridge.teams;

import io.threadbridge.bridge.application.BoundedMap;
import io.threadbridge.bridge.application.StaffDoor.Standing;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Commanded;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Does what somebody asks of us by name, `@bot on`, `@bot status`, and answers where they wrote
/// it: in a channel as a reply, as people in Teams expect of a bot, and in a personal chat, which
/// knows no channel, for the one desk if there is only one.
///
/// Whatever goes wrong is the answer: a command is not kept for later. Told twice, it is done once.
final class TeamsCommandDesk {
  private static final int DONE_MAX = 1_000;

  private final TeamsDoors doors;
  private final TeamsPeople people;
  private final InboundWords words;
  private final TeamsVoice voice;
  private final Executor aside;
  private final TeamsHome home;
  private final BoundedMap<String, Boolean> done = new BoundedMap<>(DONE_MAX);

  /// @param aside where the answer is posted
  TeamsCommandDesk(
      TeamsDoors doors, TeamsPeople people, InboundWords words, TeamsVoice voice, Executor aside) {
    this.doors = doors;
    this.people = people;
    this.words = words;
    this.voice = voice;
    this.aside = aside;
    this.home = new TeamsHome(doors, people, words, voice);
  }

  /// Something that was said.
  private record Said(DeskRef desk, String text) {}

  void answer(Commanded command) {
    if (!done.putIfAbsent(command.id().value(), true)) {
      return;
    }
    if (home.isAskedFor(command)) {
      aside.execute(() -> home.answer(command));
    } else {
      said(command)
          .ifPresent(
              said ->
                  aside.execute(
                      () -> voice.answer(said.desk(), command.conversation(), said.text())));
    }
  }

  private Optional<Said> said(Commanded command) {
    List<DeskRef> here = doors.here();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    if (command.personal() ? here.size() > 1 : command.desk().isEmpty()) {
      Word word = command.personal() ? Word.WHICH_DESK : Word.NO_DESK;
      return Optional.of(said(here.getFirst(), word));
    }
    DeskRef desk = command.desk().orElse(here.getFirst());
    try {
      return Optional.of(new Said(desk, run(command, desk))).filter(said -> !said.text().isBlank());
    } catch (StoreUnavailable _) {
      done.remove(command.id().value());
      return Optional.of(said(desk, Word.TRY_AGAIN));
    }
  }

  private Said said(DeskRef desk, Word word) {
    return new Said(desk, words.of(desk, word));
  }

  private String run(Commanded command, DeskRef desk) {
    TeamsPeople.Person person = people.person(TeamsPlace.of(desk), command.account());
    return person.standing() == Standing.MEMBER
        ? doors.commands().run(desk, person.staff(), command.words())
        : words.of(desk, Word.NOT_ALLOWED);
  }
}
