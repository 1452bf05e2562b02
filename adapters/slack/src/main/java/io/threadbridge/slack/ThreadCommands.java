package io.threadbridge.slack;

import io.threadbridge.bridge.application.ThreadCommand;
import io.threadbridge.bridge.port.Card.Deed;
import io.threadbridge.slack.SlackHappening.Act;
import io.threadbridge.slack.SlackWords.Word;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands in threads, as acts of Slack's people. Slack has no slash commands in threads.
final class ThreadCommands {
  /// In Slack's own writing; what somebody typed as plain text has no id in it.
  private static final Pattern PERSON = Pattern.compile("<@([UW][A-Z0-9]{2,20})(?:\\|[^<>]*)?>");

  private ThreadCommands() {}

  /// What a reply asks; empty if it is words.
  ///
  /// @param words as a reader sees them
  /// @param written the same in Slack's own writing
  static Optional<Act> read(String words, String written) {
    return ThreadCommand.read(words).map(command -> act(command, written));
  }

  /// Whether words are a command of ours, whole or not.
  static boolean isOne(String words) {
    return ThreadCommand.read(words).isPresent();
  }

  private static Act act(ThreadCommand command, String written) {
    return switch (command) {
      case ThreadCommand.Plain(Deed deed) -> new Act.Did(deed);
      case ThreadCommand.Back(Optional<Duration> length) ->
          length.<Act>map(Act.BackIn::new).orElseGet(() -> new Act.Misspelt(Word.BACK_USAGE));
      case ThreadCommand.Move(Optional<String> desk) ->
          desk.<Act>map(Act.Moved::new).orElseGet(() -> new Act.Misspelt(Word.MOVE_USAGE));
      case ThreadCommand.HandOver() -> handOver(written);
    };
  }

  private static Act handOver(String written) {
    Matcher person = PERSON.matcher(written);
    return person.find()
        ? new Act.HandedOver(person.group(1))
        : new Act.Misspelt(Word.HAND_OVER_USAGE);
  }
}
