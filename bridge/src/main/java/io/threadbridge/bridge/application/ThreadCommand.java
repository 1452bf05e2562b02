package io.threadbridge.bridge.application;

import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.bridge.recognition.PromiseTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What a reply asks of the bridge and not of the visitor: one line that begins with `!` and one of
/// our words, the same on every platform.
public sealed interface ThreadCommand {
  /// Asks for something that needs nothing more.
  record Plain(Deed deed) implements ThreadCommand {}

  /// Says for how long its writer is away (`!back 20 min`); empty if that is no time.
  record Back(Optional<Duration> length) implements ThreadCommand {}

  /// Moves the conversation to another desk, named as in the card's menu; empty if none is named.
  record Move(Optional<String> desk) implements ThreadCommand {}

  /// Hands the conversation to whoever is mentioned; that is for the platform to tell.
  record HandOver() implements ThreadCommand {}

  /// What a reply asks; empty if it is words.
  ///
  /// @param words as a reader sees them
  static Optional<ThreadCommand> read(String words) {
    if (!words.startsWith("!") || words.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    String[] parts = words.split("\\s+", 2);
    String rest = parts.length == 2 ? parts[1] : "";
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "!claim" -> Optional.of(new Plain(Deed.CLAIM));
      case "!close" -> Optional.of(new Plain(Deed.CLOSE));
      case "!nothing" -> Optional.of(new Plain(Deed.NOTHING_OWED));
      case "!done" -> Optional.of(new Plain(Deed.LEAD_DONE));
      case "!contact" -> Optional.of(new Plain(Deed.ASK_CONTACT));
      case "!back" -> Optional.of(new Back(PromiseTime.written(rest)));
      case "!move" -> Optional.of(new Move(Optional.of(rest.strip()).filter(n -> !n.isEmpty())));
      case "!handover" -> Optional.of(new HandOver());
      default -> Optional.empty();
    };
  }
}
