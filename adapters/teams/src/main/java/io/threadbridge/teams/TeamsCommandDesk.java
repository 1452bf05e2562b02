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
  private final BoundedMap<String, Boolean> done = new BoundedMap<>(DONE_MAX);

  /// @param aside where the answer is posted
  TeamsCommandDesk(
      TeamsDoors doors, TeamsPeople people, InboundWords words, TeamsVoice voice, Executor aside) {
    this.doors = doors;
    this.people = people;
    this.words = words;
    this.voice = voice;
    this.aside = aside;
  }

  void answer(Commanded command) {
    if (done.putIfAbsent(command.id().value(), true)) {
      said(command)
          .ifPresent(text -> aside.execute(() -> voice.answer(command.conversation(), text)));
    }
  }

  private Optional<String> said(Commanded command) {
    List<DeskRef> here = doors.here();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    if (command.personal() ? here.size() > 1 : command.desk().isEmpty()) {
      Word word = command.personal() ? Word.WHICH_DESK : Word.NO_DESK;
      return Optional.of(words.of(here.getFirst(), word));
    }
    DeskRef desk = command.desk().orElse(here.getFirst());
    try {
      return Optional.of(run(command, desk)).filter(text -> !text.isBlank());
    } catch (StoreUnavailable _) {
      done.remove(command.id().value());
      return Optional.of(words.of(desk, Word.TRY_AGAIN));
    }
  }

  private String run(Commanded command, DeskRef desk) {
    TeamsPeople.Person person = people.person(TeamsPlace.of(desk), command.account());
    return person.standing() == Standing.MEMBER
        ? doors.commands().run(desk, person.staff(), command.words())
        : words.of(desk, Word.NOT_ALLOWED);
  }
}
