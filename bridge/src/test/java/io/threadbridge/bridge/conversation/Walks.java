package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// Beginnings for tests of the rules.
final class Walks {
  private Walks() {}

  static Conversation.NotStarted notStarted(Instant at) {
    return new Conversation.NotStarted(
        new Opening(
            new ConversationId("c1"),
            new SiteName("shop"),
            new DeskRef("slack:C1"),
            new Visitor(Optional.empty(), Optional.empty(), "Blue Heron"),
            new Page("https://shop.example/", "Shop"),
            "en",
            at,
            Optional.empty()));
  }
}
