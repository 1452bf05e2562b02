package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// Beginnings for tests of the rules.
final class Walks {
  private Walks() {}

  static Conversation.NotStarted notStarted(Instant at) {
    return notStarted(at, Optional.empty(), Optional.empty());
  }

  static Conversation.NotStarted notStarted(
      Instant at, Optional<String> name, Optional<String> email) {
    return new Conversation.NotStarted(
        new Opening(
            new ConversationId("c1"),
            new SiteName("shop"),
            new DeskRef("slack:C1"),
            new Visitor(name, email, "Blue Heron"),
            new Page("https://shop.example/", "Shop"),
            "en",
            at,
            Optional.empty()));
  }
}
