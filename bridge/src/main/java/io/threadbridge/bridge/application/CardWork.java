package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.Place;
import io.threadbridge.bridge.port.Card;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.TeamChat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps cards true in place.
public final class CardWork implements LaneWork {
  private final ConversationStore store;
  private final Desks desks;
  private final CardWriter cards;
  private final DeskPace pace;
  private final InstantSource clock;

  /// Before this no card is tried: the rate of updates has no room for any. When many wait, their
  /// attempts would otherwise take what the visitors' words need.
  private volatile Instant cardsFrom = Instant.MIN;

  /// Work on these desks' cards.
  public CardWork(
      ConversationStore store, Desks desks, CardWriter cards, DeskPace pace, InstantSource clock) {
    this.store = store;
    this.desks = desks;
    this.cards = cards;
    this.pace = pace;
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
      return show(
          place, owed.since(), () -> cards.moved(state, firstWords(state), desks.linkTo(state)));
    }
    return state
        .progress()
        .thread()
        .map(thread -> new Place(state.desk(), thread))
        .map(place -> show(place, owed.since(), () -> cards.card(state, firstWords(state))))
        .orElseGet(Delivery.Absent::new);
  }

  private Delivery show(Place place, Instant since, Supplier<Card> card) {
    DeskRef desk = place.desk();
    Optional<TeamChat> chat = desks.chatOf(desk);
    if (chat.isEmpty()) {
      return new Delivery.Absent();
    }
    Optional<Duration> wait = pace.change(desk, since, clock.instant());
    if (wait.isPresent()) {
      cardsFrom = clock.instant().plus(wait.get());
      return DeskPace.later(wait.get());
    }
    return chat.get().showCard(desk, place.thread(), card.get());
  }

  private String firstWords(Started state) {
    return store.transcript(state.id(), 0, 1).stream()
        .findFirst()
        .map(ReadableMessage::of)
        .orElse("");
  }
}
