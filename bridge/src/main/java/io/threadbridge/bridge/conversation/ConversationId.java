package io.threadbridge.bridge.conversation;

/// The name of one conversation, made by the bridge: 1 to 64 letters, digits, `-` and `_`.
public record ConversationId(String value) {
  private static final int LENGTH_MAX = 64;

  public ConversationId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a conversation's name");
    }
  }

  /// Whether a text from outside could be a conversation's name at all.
  public static boolean isWellFormed(String value) {
    return !value.isEmpty()
        && value.length() <= LENGTH_MAX
        && value
            .chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
  }
}
