package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps cards true in place.
public final class CardWork implements LaneWork {
  /// Slack's tier for updates is 50 a minute; the design keeps to 40.
  static final int CARD_UPDATES_PER_MINUTE = 40;

  private static final int BURST = 10;

  private final ConversationStore store;
  private final Desks desks;
  private final CardWriter cards;
  private final RateLimits limits;
  private final InstantSource clock;

  /// Before this no card is tried: the rate of updates has no room for any. When many wait, their
  /// attempts would otherwise take what the visitors' words need.
  private volatile Instant cardsFrom = Instant.MIN;

  /// Work on these desks' cards.
  public CardWork(
      ConversationStore store,
      Desks desks,
      CardWriter cards,
      RateLimits limits,
      InstantSource clock) {
    this.store = store;
    this.desks = desks;
    this.cards = cards;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public boolean isWorthTrying(Instant now) {
    return !now.isBefore(cardsFrom);
  }

  /// Where there is no thread (yet, or any more), there is nothing to show; the card is drawn from
  /// the state when it is opened.
  @Override
  public Delivery run(Started state, OwedEffect owed) {
    if (owed.effect() instanceof Effect.ShowMoved(Place place)) {
      return show(place, () -> cards.moved(state, firstWords(state), desks.linkTo(state)));
    }
    return state
        .progress()
        .thread()
        .map(thread -> new Place(state.desk(), thread))
        .map(place -> show(place, () -> cards.card(state, firstWords(state))))
        .orElseGet(Delivery.Absent::new);
  }

  private Delivery show(Place place, Supplier<Card> card) {
    DeskRef desk = place.desk();
    Optional<TeamChat> chat = desks.chatOf(desk);
    if (chat.isEmpty()) {
      return new Delivery.Absent();
    }
    Optional<Duration> wait =
        limits.take(desk.platform() + ":update", CARD_UPDATES_PER_MINUTE, BURST, clock.instant());
    if (wait.isPresent()) {
      cardsFrom = clock.instant().plus(wait.get());
      return new Delivery.Later(wait.get(), "our own rate of card updates", "");
    }
    return chat.get().showCard(desk, place.thread(), card.get());
  }

  private String firstWords(Started state) {
    return store.transcript(state.id(), 0, 1).stream().findFirst().map(Message::text).orElse("");
  }
}
