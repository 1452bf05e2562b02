package io.threadbridge.bridge.conversation;

import java.util.Map;

/// Words that a decision adds to the transcript; each becomes one [Message].
public sealed interface Saying {
  /// The visitor's, under the id that their browser gave.
  record ByVisitor(String sayId, String text) implements Saying {
    @Override
    public String toString() {
      return "ByVisitor[]";
    }
  }

  /// A staff member's, from their post.
  record ByStaff(Staff staff, PostRef post, String text) implements Saying {
    @Override
    public String toString() {
      return "ByStaff[]";
    }
  }

  /// The bridge's own, by key; the words are chosen when the decision is saved.
  record ByBridge(TextKey key, Map<String, Object> arguments) implements Saying {}
}
