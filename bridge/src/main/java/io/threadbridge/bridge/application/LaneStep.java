package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One effect of one of the lanes beside the desk's: the card, private hints, mail, webhooks,
/// our own look-up tables. All of them can be repeated without harm, so nothing is sealed.
public final class LaneStep {
  /// An effect that cannot be carried out for so long is given up; a card shows the state anyway
  /// when the next update gets through.
  static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

  private static final Duration MAIL_GIVEN_UP_AFTER = Duration.ofHours(24);

  private static final Duration AGAIN = Duration.ofSeconds(3);

  private static final Duration NOTICED_AGAIN = Duration.ofMinutes(4);

  private final ConversationStore store;
  private final Outbox outbox;
  private final ConversationHandler handler;
  private final Map<Lane, LaneWork> works;
  private final DecisionObserver observer;
  private final InstantSource clock;

  /// A step over this keeper, with the work of each lane.
  public LaneStep(
      ConversationStore store,
      Outbox outbox,
      ConversationHandler handler,
      Map<Lane, LaneWork> works,
      DecisionObserver observer,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.handler = handler;
    this.works = Map.copyOf(works);
    this.observer = observer;
    this.clock = clock;
  }

  /// Carries out the head of this lane; whether it may owe more at once.
  public boolean run(ConversationId id, Lane lane) {
    Instant now = clock.instant();
    LaneWork work = works.get(lane);
    if (work == null || !work.isWorthTrying(now)) {
      return false;
    }
    Optional<Claimed> claimed = outbox.claim(id, lane, now);
    Optional<Started> state =
        claimed
            .flatMap(_ -> store.load(id, new About.Nothing(), now))
            .map(Loaded::conversation)
            .filter(Started.class::isInstance)
            .map(Started.class::cast);
    if (claimed.isEmpty() || state.isEmpty()) {
      claimed.ifPresent(leased -> outbox.release(leased, now.plus(Outbox.LEASE)));
      return false;
    }
    OwedEffect head = claimed.get().owed().getFirst();
    Delivery delivery = work.run(state.get(), head);
    Optional<Duration> wait = settled(claimed.get(), head, delivery);
    outbox.release(claimed.get(), clock.instant().plus(wait.orElse(Duration.ZERO)));
    return wait.isEmpty() && claimed.get().owed().size() > 1;
  }

  /// Settles what is done or will never be; otherwise how long to wait.
  private Optional<Duration> settled(Claimed claimed, OwedEffect head, Delivery delivery) {
    Lane lane = claimed.lane();
    return switch (delivery) {
      case Delivery.Done _, Delivery.Absent _ -> settle(claimed, head, "");
      case Delivery.Refused refused -> {
        observer.refused(claimed.conversation(), claimed.lane(), refused.why());
        yield settle(claimed, head, refused.why());
      }
      case Delivery.ThreadGone _ -> settle(claimed, head, "the post is gone");
      case Delivery.CannotLook _ -> settle(claimed, head, "nothing to look for");
      case Delivery.Later later ->
          isOlder(head, patience(lane))
              ? settle(claimed, head, later.why())
              : Optional.of(later.after());
      case Delivery.Unknown unknown -> {
        observer.unknownOutcome(claimed.conversation(), claimed.lane(), unknown.why());
        yield isOlder(head, GIVE_UP_AFTER)
            ? settle(claimed, head, unknown.why())
            : Optional.of(again(lane));
      }
    };
  }

  private boolean isOlder(OwedEffect head, Duration age) {
    return head.since().plus(age).isBefore(clock.instant());
  }

  /// A mail server may be away for hours, and what it has not taken yet is not late.
  private static Duration patience(Lane lane) {
    return lane == Lane.MAIL ? MAIL_GIVEN_UP_AFTER : GIVE_UP_AFTER;
  }

  /// What may have been done is repeated soon where nobody notices, and seldom where somebody does.
  private static Duration again(Lane lane) {
    return lane == Lane.MAIL || lane == Lane.HOOK ? NOTICED_AGAIN : AGAIN;
  }

  private Optional<Duration> settle(Claimed claimed, OwedEffect head, String reason) {
    Settlement settlement = new Settlement(claimed.lane(), claimed.lease(), List.of(head.id()));
    OutcomeEvent event = new OutcomeEvent.Settled(clock.instant(), reason);
    EventId id = new EventId(claimed.lane() + ":" + head.id() + ":settled");
    handler.handle(
        claimed.conversation(), id, new About.Nothing(), _ -> event, Optional.of(settlement));
    return Optional.empty();
  }
}
