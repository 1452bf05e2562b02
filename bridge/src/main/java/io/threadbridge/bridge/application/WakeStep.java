package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.SiteFacts;
import io.threadbridge.bridge.conversation.TimeEvent;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.SiteReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// One wake-up of one conversation: whatever is due by now is decided, with the facts of now.
public final class WakeStep {
  private final ConversationHandler handler;
  private final SiteReader sites;
  private final InstantSource clock;
  private final Consumer<Duration> late;

  /// A step over these conversations and their sites.
  public WakeStep(ConversationHandler handler, SiteReader sites, InstantSource clock) {
    this(handler, sites, clock, _ -> {});
  }

  /// The same with somebody who is told how late each wake-up was that found something due.
  public WakeStep(
      ConversationHandler handler, SiteReader sites, InstantSource clock, Consumer<Duration> late) {
    this.handler = handler;
    this.sites = sites;
    this.clock = clock;
    this.late = late;
  }

  /// Wakes a conversation. Not repeatable by id, and need not be: a wake-up that comes twice finds
  /// nothing due the second time.
  public Handled run(ConversationId id) {
    Instant now = clock.instant();
    return handler.handle(
        id,
        new EventId("woke:" + now),
        new About.Nothing(),
        loaded -> woke(loaded, now),
        Optional.empty());
  }

  private TimeEvent woke(Loaded loaded, Instant now) {
    loaded
        .conversation()
        .wakeAt()
        .filter(due -> !due.isAfter(now))
        .ifPresent(due -> late.accept(Duration.between(due, now)));
    return new TimeEvent.Woke(now, loaded.facts(), site(loaded.conversation(), now));
  }

  private SiteFacts site(Conversation conversation, Instant now) {
    return conversation instanceof Conversation.Started started
        ? sites.facts(started.opening().site(), now)
        : SiteFacts.OPEN;
  }
}
