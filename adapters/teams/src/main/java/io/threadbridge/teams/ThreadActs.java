package io.threadbridge.teams;

import io.threadbridge.bridge.application.ThreadCommand;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime;
import io.threadbridge.bridge.recognition.PromiseTime.Carried;
import io.threadbridge.teams.InboundWords.Word;
import io.threadbridge.teams.TeamsHappening.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody asked for by a command or a button, as an act.
final class ThreadActs {
  /// An id of Entra's or the Bot Framework's, or a name to sign in with. It becomes part of an
  /// address, in which dots alone lead elsewhere, and a client may send anything.
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._@+-]{0,199}");

  private ThreadActs() {}

  /// A command of a thread, or of the box on the card.
  ///
  /// @param mentioned the account of the first person who is mentioned beside it
  static Act of(ThreadCommand command, Optional<String> mentioned) {
    return switch (command) {
      case ThreadCommand.Plain(Deed deed) -> new Act.Did(deed);
      case ThreadCommand.Back(Optional<Duration> length) -> back(length, Word.BACK_USAGE);
      case ThreadCommand.Move(Optional<String> desk) -> moved(desk);
      case ThreadCommand.HandOver() ->
          mentioned
              .<Act>map(Act.HandedOver::new)
              .orElseGet(() -> new Act.Misspelt(Word.HAND_OVER_USAGE));
    };
  }

  /// A button and what it brought back.
  static Act of(Deed deed, String value, Instant at) {
    return switch (deed) {
      case BACK_IN ->
          PromiseTime.carried(value, at)
              .<Act>map(Act.Back::new)
              .orElseGet(() -> back(PromiseTime.written(value), Word.BACK_USAGE));
      case HAND_OVER -> handedOver(value);
      case MOVE -> moved(Optional.of(value.strip()).filter(name -> !name.isEmpty()));
      case CLAIM, TAKE, CLOSE, NOTHING_OWED, ASK_CONTACT, CLARIFY, LEAD_DONE -> new Act.Did(deed);
    };
  }

  private static Act moved(Optional<String> desk) {
    return desk.<Act>map(Act.Moved::new).orElseGet(() -> new Act.Misspelt(Word.MOVE_USAGE));
  }

  /// For so long, or what is wrong with it.
  static Act back(Optional<Duration> length, Word wrong) {
    return length
        .<Act>map(known -> new Act.Back(new Carried.For(known)))
        .orElseGet(() -> new Act.Misspelt(wrong));
  }

  /// A picker for several people sends them with commas between.
  private static Act handedOver(String value) {
    String first = value.split(",", 2)[0].strip();
    return ACCOUNT.matcher(first).matches()
        ? new Act.HandedOver(first)
        : new Act.Misspelt(Word.HAND_OVER_USAGE);
  }
}
