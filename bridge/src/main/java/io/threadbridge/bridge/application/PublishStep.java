package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.EventFeed;
import io.threadbridge.bridge.port.EventFeed.Event;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells the firm's warehouse what a conversation owes it: as many events at once as go into one
/// call, in order, and settles them in one step. What was told and not settled, because the process
/// died, is told again under the same ids.
///
/// Beside [LaneStep], because an erased conversation still owes its events, and because late is
/// better than never here: it goes on for [#GIVEN_UP_AFTER].
public final class PublishStep {
  /// What nobody has taken for so long is let go.
  public static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

  private static final Duration AGAIN_MIN = Duration.ofSeconds(5);
  private static final Duration AGAIN_MAX = Duration.ofMinutes(5);

  private final Outbox outbox;
  private final EventFeed feed;
  private final ConversationHandler handler;
  private final DecisionObserver observer;
  private final InstantSource clock;
  private final FeedRests rests = new FeedRests();

  /// A step over these keepers.
  public PublishStep(
      Outbox outbox,
      EventFeed feed,
      ConversationHandler handler,
      DecisionObserver observer,
      InstantSource clock) {
    this.outbox = outbox;
    this.feed = feed;
    this.handler = handler;
    this.observer = observer;
    this.clock = clock;
  }

  /// Tells what goes into one call; whether the conversation may owe more at once.
  ///
  /// @throws io.threadbridge.bridge.port.StoreUnavailable if a store is away; the lane comes again
  public boolean run(ConversationId id) {
    return outbox.claim(id, Lane.EVENTS, clock.instant()).filter(this::work).isPresent();
  }

  private boolean work(Claimed claimed) {
    List<OwedEffect> batch = batch(claimed.owed());
    SiteName site = noted(batch.getFirst()).site();
    Optional<FeedRests.Rest> rest = rests.of(site, clock.instant());
    if (rest.isPresent()) {
      return late(claimed, batch, rest.get());
    }
    List<Event> events = batch.stream().map(owed -> event(claimed.conversation(), owed)).toList();
    Delivery delivery = feed.publish(site, events);
    return switch (delivery) {
      case Delivery.Done _, Delivery.Absent _ -> {
        rests.works(site);
        yield done(claimed, batch);
      }
      case Delivery.Refused(String why) -> {
        observer.refused(claimed.conversation(), Lane.EVENTS, why);
        yield done(claimed, batch);
      }
      case Delivery.Later(Duration after, String why, _) -> failed(claimed, batch, after, why);
      case Delivery.Unknown(String why) -> {
        observer.unknownOutcome(claimed.conversation(), Lane.EVENTS, why);
        yield failed(claimed, batch, Duration.ZERO, why);
      }
      case Delivery.CannotLook _, Delivery.ThreadGone _ ->
          throw new IllegalStateException("no answer of a feed: " + delivery);
    };
  }

  private boolean failed(Claimed claimed, List<OwedEffect> batch, Duration after, String why) {
    SiteName site = noted(batch.getFirst()).site();
    return late(claimed, batch, rests.failed(site, after, why, clock.instant()));
  }

  /// Lets go of what is too old, and gives the rest back until it is worth another try. What was
  /// tried in vain for longer waits longer, so that one call that a receiver chokes on does not
  /// hold up the site's others with every try.
  private boolean late(Claimed claimed, List<OwedEffect> batch, FeedRests.Rest rest) {
    Instant now = clock.instant();
    List<OwedEffect> old =
        batch.stream().filter(owed -> !owed.since().plus(GIVEN_UP_AFTER).isAfter(now)).toList();
    if (!old.isEmpty()) {
      String why = old.size() + " events were not taken for " + GIVEN_UP_AFTER + ": " + rest.why();
      observer.refused(claimed.conversation(), Lane.EVENTS, why);
      settle(claimed, old);
    }
    Instant own = now.plus(FeedRests.between(AGAIN_MIN, age(batch.getFirst(), now), AGAIN_MAX));
    outbox.release(claimed, rest.until().isAfter(own) ? rest.until() : own);
    return false;
  }

  private static Duration age(OwedEffect owed, Instant now) {
    return Duration.between(owed.since(), now);
  }

  private boolean done(Claimed claimed, List<OwedEffect> batch) {
    settle(claimed, batch);
    outbox.release(claimed, clock.instant());
    return claimed.owed().size() > batch.size() || claimed.owed().size() == Outbox.READ_MAX;
  }

  /// As many from the head as go into one call; at least one.
  private static List<OwedEffect> batch(List<OwedEffect> owed) {
    List<OwedEffect> batch = new ArrayList<>();
    int facts = 0;
    for (OwedEffect next : owed) {
      facts += noted(next).facts().size();
      boolean isFull = batch.size() == EventFeed.EVENTS_MAX || facts > EventFeed.FACTS_MAX;
      if (isFull && !batch.isEmpty()) {
        break;
      }
      batch.add(next);
    }
    return List.copyOf(batch);
  }

  private static Event event(ConversationId id, OwedEffect owed) {
    String conversation = EventNames.of(id);
    return new Event(conversation + ":" + owed.version(), conversation, noted(owed));
  }

  private static Noted noted(OwedEffect owed) {
    return ((Effect.Publish) owed.effect()).noted();
  }

  private void settle(Claimed claimed, List<OwedEffect> batch) {
    List<String> ids = batch.stream().map(OwedEffect::id).toList();
    OutcomeEvent event = new OutcomeEvent.Settled(clock.instant(), "");
    EventId id = new EventId(Lane.EVENTS + ":" + ids.getLast() + ":settled");
    Settlement settlement = new Settlement(Lane.EVENTS, claimed.lease(), ids);
    handler.handle(
        claimed.conversation(), id, new About.Nothing(), _ -> event, Optional.of(settlement));
  }
}
