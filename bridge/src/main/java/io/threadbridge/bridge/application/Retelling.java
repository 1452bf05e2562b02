package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Author;
import io.threadbridge.bridge.conversation.Message;

/// How a message stands in the transcript with which a new thread begins: *Anna: Good morning*. The
/// bridge's own texts are left out: the staff have read them often enough.
final class Retelling {
  /// Longer names are cut.
  private static final int NAME_MAX = 60;

  private static final String BETWEEN = ": ";

  /// Further lines are indented, so that nobody's message can hold a line that another seems to
  /// have said.
  private static final String NEW_LINE = "\n    ";

  private Retelling() {}

  /// Whether a message is told again.
  static boolean isTold(Message message) {
    return switch (message.author()) {
      case Author.OfVisitor _, Author.OfStaff _ -> true;
      case Author.OfBridge _ -> false;
    };
  }

  /// What stands there for a message; nothing if it was taken back.
  static String line(Message message, String visitor) {
    return message.deleted()
        ? ""
        : speaker(message.author(), visitor) + BETWEEN + indented(ReadableMessage.of(message));
  }

  /// The most characters that a message takes.
  static int length(Message message) {
    return NAME_MAX + BETWEEN.length() + indented(ReadableMessage.of(message)).length();
  }

  private static String indented(String text) {
    return text.replace("\n", NEW_LINE);
  }

  static String speaker(Author author, String visitor) {
    String name =
        switch (author) {
          case Author.OfStaff(var staff) -> staff.name();
          case Author.OfVisitor _, Author.OfBridge _ -> visitor;
        };
    return name.length() > NAME_MAX ? cut(name) + "…" : name;
  }

  /// Never between the halves of a sign.
  private static String cut(String name) {
    int end = NAME_MAX - 1;
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
  }
}
