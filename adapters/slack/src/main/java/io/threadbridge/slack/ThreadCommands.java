package io.threadbridge.slack;

import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackWords.Word;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reply asks of the bridge and not of the visitor: one line that begins with `!` and one of
/// our words. Slack has no slash commands in threads.
final class ThreadCommands {
  /// In Slack's own writing; what somebody typed as plain text has no id in it.
  private static final Pattern PERSON = Pattern.compile("<@([UW][A-Z0-9]{2,20})(?:\\|[^<>]*)?>");

  private ThreadCommands() {}

  /// What a reply asks; empty if it is words.
  ///
  /// @param words as a reader sees them
  /// @param written the same in Slack's own writing
  static Optional<Act> read(String words, String written) {
    if (!words.startsWith("!") || words.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    String[] parts = words.split("\\s+", 2);
    String rest = parts.length == 2 ? parts[1] : "";
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "!claim" -> Optional.of(new Act.Did(Deed.CLAIM));
      case "!close" -> Optional.of(new Act.Did(Deed.CLOSE));
      case "!nothing" -> Optional.of(new Act.Did(Deed.NOTHING_OWED));
      case "!done" -> Optional.of(new Act.Did(Deed.LEAD_DONE));
      case "!contact" -> Optional.of(new Act.Did(Deed.ASK_CONTACT));
      case "!back" -> Optional.of(back(rest));
      case "!move" -> Optional.of(move(rest));
      case "!handover" -> Optional.of(handOver(written));
      default -> Optional.empty();
    };
  }

  /// Whether words are a command of ours, whole or not.
  static boolean isOne(String words) {
    return read(words, words).isPresent();
  }

  private static Act back(String words) {
    return PromiseTime.written(words)
        .<Act>map(Act.BackIn::new)
        .orElseGet(() -> new Act.Misspelt(Word.BACK_USAGE));
  }

  private static Act move(String desk) {
    return desk.isBlank() ? new Act.Misspelt(Word.MOVE_USAGE) : new Act.Moved(desk.strip());
  }

  private static Act handOver(String written) {
    Matcher person = PERSON.matcher(written);
    return person.find()
        ? new Act.HandedOver(person.group(1))
        : new Act.Misspelt(Word.HAND_OVER_USAGE);
  }
}
