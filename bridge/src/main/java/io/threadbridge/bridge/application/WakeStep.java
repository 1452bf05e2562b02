package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.TimeEvent;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.SiteReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// One wake-up of one conversation: whatever is due by now is decided, with the facts of now.
public final class WakeStep {
  private final ConversationHandler handler;
  private final SiteReader sites;
  private final InstantSource clock;

  /// A step over these conversations and their sites.
  public WakeStep(ConversationHandler handler, SiteReader sites, InstantSource clock) {
    this.handler = handler;
    this.sites = sites;
    this.clock = clock;
  }

  /// Wakes a conversation. Not repeatable by id, and need not be: a wake-up that comes twice finds
  /// nothing due the second time.
  public Handled run(ConversationId id) {
    Instant now = clock.instant();
    return handler.handle(
        id,
        new EventId("woke:" + now),
        new About.Nothing(),
        loaded -> new TimeEvent.Woke(now, loaded.facts(), site(loaded.conversation(), now)),
        Optional.empty());
  }

  private SiteFacts site(Conversation conversation, Instant now) {
    return conversation instanceof Conversation.Started started
        ? sites.facts(started.opening().site(), now)
        : SiteFacts.OPEN;
  }
}
