package io.threadbridge.bridge.conversation;

import java.util.List;
import java.util.Map;

/// Words that a decision adds to the transcript; each becomes one [Message].
public sealed interface Saying {
  /// The visitor's, under the id that their browser gave.
  record ByVisitor(String sayId, String text, List<SharedFile> files) implements Saying {
    static ByVisitor of(VisitorEvent.Wrote wrote) {
      return new ByVisitor(wrote.sayId(), wrote.text(), wrote.files());
    }

    @Override
    public String toString() {
      return "ByVisitor[]";
    }
  }

  /// A staff member's, from their post.
  record ByStaff(Staff staff, PostRef post, String text, List<SharedFile> files) implements Saying {
    @Override
    public String toString() {
      return "ByStaff[]";
    }
  }

  /// A staff member's own, said by pressing a button that announced it.
  record ByButton(Staff staff, Phrase phrase) implements Saying {}

  /// The bridge's own; the phrases make one message.
  record ByBridge(List<Phrase> phrases) implements Saying {
    static ByBridge of(TextKey key, Map<String, Object> arguments) {
      return new ByBridge(List.of(new Phrase(key, arguments)));
    }

    /// Whether it says this, perhaps among other things.
    public boolean says(TextKey key) {
      return phrases.stream().anyMatch(phrase -> phrase.key() == key);
    }
  }
}
