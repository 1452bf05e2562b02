package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.recognition.Words;
import java.util.Optional;

/// Tells a bare thanks, *nothing else* or farewell from everything else, in all languages.
/// Cautious:
/// a message of which anything but such words is left is not one, so a question never ends a
/// conversation.
public final class ClosingWords {
  /// What such a message says.
  public enum Kind {
    /// *Thank you!*
    THANKS,
    /// *No, nothing else.*
    NOTHING_ELSE,
    /// *Goodbye!*
    FAREWELL
  }

  private ClosingWords() {}

  /// What kind of ending this message is, if it is nothing else.
  public static Optional<Kind> in(String text) {
    return Words.standard().closing(text);
  }
}
