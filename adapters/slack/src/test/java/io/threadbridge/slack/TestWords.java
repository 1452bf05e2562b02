package io.threadbridge.slack;

import io.threadbridge.bridge.conversation.DeskRef;

/// The adapter's own words, each by its name in the language files, but for those that a visitor
/// reads.
final class TestWords {
  private TestWords() {}

  static String say(SlackWords.Word word) {
    return switch (word) {
      case COLLEAGUE -> "a colleague";
      case TEAM -> "our team";
      case OPEN_THREAD -> "Open the conversation";
      default -> word.key();
    };
  }

  /// The same on every desk.
  static SlackWords everywhere(DeskRef desk) {
    return TestWords::say;
  }
}
