package io.threadbridge.bridge.application;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationEvent;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.ConversationRules;
import io.threadbridge.bridge.conversation.Decision;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.TimeEvent;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Nudges;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Settlement;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The one door for everything that happens to a conversation: load, decide, save, and again if
/// somebody was faster. Two round trips to the store where nobody is.
public final class ConversationHandler {
  /// So often is an event decided anew before the caller is told to come again.
  static final int ATTEMPTS_MAX = 20;

  /// What decides: the rules of the conversation's site.
  @FunctionalInterface
  public interface Decider {
    /// What follows from the event.
    Decision decide(ConversationRules rules, Conversation conversation, ConversationEvent event);
  }

  private final ConversationStore store;
  private final SaveWriter writer;
  private final Nudges nudges;
  private final DecisionObserver observer;
  private final InstantSource clock;
  private final Decider decider;

  /// A handler over these keepers.
  public ConversationHandler(
      ConversationStore store,
      SaveWriter writer,
      Nudges nudges,
      DecisionObserver observer,
      InstantSource clock) {
    this(store, writer, nudges, observer, clock, ConversationRules::decide);
  }

  /// The same with somebody who looks at every decision.
  public ConversationHandler(
      ConversationStore store,
      SaveWriter writer,
      Nudges nudges,
      DecisionObserver observer,
      InstantSource clock,
      Decider decider) {
    this.store = store;
    this.writer = writer;
    this.nudges = nudges;
    this.observer = observer;
    this.clock = clock;
    this.decider = decider;
  }

  /// Handles an event that needs nothing but the state.
  public Handled handle(ConversationId id, EventId event, ConversationEvent happened) {
    return handle(id, event, new About.Nothing(), _ -> happened, Optional.empty());
  }

  /// Handles an event that is made of what was loaded, and settles what it is the outcome of.
  ///
  /// @throws StoreUnavailable if the store is away, or others kept being faster
  public Handled handle(
      ConversationId id,
      EventId event,
      About about,
      Function<Loaded, ConversationEvent> happened,
      Optional<Settlement> settles) {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Optional<Loaded> loaded = store.load(id, about, clock.instant());
      if (loaded.isEmpty()) {
        return new Handled.Gone();
      }
      Optional<Handled> handled = once(loaded.get(), event, happened.apply(loaded.get()), settles);
      if (handled.isPresent()) {
        return handled.get();
      }
    }
    throw new StoreUnavailable("others kept changing the conversation");
  }

  /// One attempt; empty if somebody was faster.
  private Optional<Handled> once(
      Loaded loaded, EventId id, ConversationEvent event, Optional<Settlement> settles) {
    Conversation before = loaded.conversation();
    ConversationRules rules = writer.rulesOf(before);
    return switch (decider.decide(rules, before, event)) {
      case Decision.Move move -> save(loaded, event, writer.of(loaded, id, event, move, settles));
      case Decision.Snooze snooze -> {
        Optional<Handled> saved =
            save(loaded, event, writer.unmoved(loaded, id, event, snooze.next(), settles));
        yield saved.map(
            handled ->
                handled instanceof Handled.Moved moved
                    ? new Handled.Unchanged(moved.now(), snooze.because())
                    : handled);
      }
      case Decision.Ignore ignore -> ignored(loaded, id, event, ignore, settles);
      case Decision.Anew anew -> {
        observer.decided(before.id(), kind(event), "Anew", anew.because());
        yield Optional.of(new Handled.Anew(before));
      }
    };
  }

  /// What settles effects or answers a wake-up is saved even if nothing comes of it: the effect
  /// must leave its lane, and the wake-up its index.
  private Optional<Handled> ignored(
      Loaded loaded,
      EventId id,
      ConversationEvent event,
      Decision.Ignore ignore,
      Optional<Settlement> settles) {
    Conversation before = loaded.conversation();
    observer.decided(before.id(), kind(event), "Ignore", ignore.because());
    Handled.Unchanged unchanged = new Handled.Unchanged(before, ignore.because());
    if (settles.isEmpty() && !(event instanceof TimeEvent)) {
      return Optional.of(unchanged);
    }
    return save(loaded, event, writer.unmoved(loaded, id, event, before, settles))
        .map(handled -> handled instanceof Handled.Moved ? unchanged : handled);
  }

  private Optional<Handled> save(Loaded loaded, ConversationEvent event, Save save) {
    return switch (store.save(save)) {
      case DONE -> {
        observer.decided(save.next().id(), kind(event), "Move", "");
        nudges.saved(save.next(), lanes(save));
        yield Optional.of(new Handled.Moved(save.next()));
      }
      case SOMEBODY_WAS_FASTER -> Optional.empty();
      case ALREADY_HANDLED -> Optional.of(new Handled.Repeated(loaded.conversation()));
      case LEASE_LOST -> Optional.of(new Handled.LeaseLost());
      case GONE -> Optional.of(new Handled.Gone());
    };
  }

  private static Set<Lane> lanes(Save save) {
    return save.owed().stream()
        .map(OwedEffect::effect)
        .map(e -> e.lane())
        .collect(toUnmodifiableSet());
  }

  private static String kind(ConversationEvent event) {
    return SaveWriter.kind(event);
  }
}
