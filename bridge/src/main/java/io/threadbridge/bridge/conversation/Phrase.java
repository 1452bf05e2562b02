package io.threadbridge.bridge.conversation;

import java.util.Map;

/// One of the bridge's own texts with what it names; the words are chosen when the decision is
/// saved.
public record Phrase(TextKey key, Map<String, Object> arguments) {
  /// A text that names nothing.
  static Phrase of(TextKey key) {
    return new Phrase(key, Map.of());
  }
}
