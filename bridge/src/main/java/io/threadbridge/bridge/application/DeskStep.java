package io.threadbridge.bridge.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// One post of one conversation: lease the lane, seal a batch, send it, save what came of it. What
/// may have been sent before is looked for before it is sent again.
public final class DeskStep {
  /// What a step left behind.
  ///
  /// @param more whether the lane owes more, or the same again
  /// @param notBefore when it is worth trying again
  /// @param pause the platform asked that the whole desk be left alone until then
  /// @param elsewhere nothing was done, because another desk has the conversation by now: this one
  public record Rest(
      boolean more, Instant notBefore, Optional<Instant> pause, Optional<DeskRef> elsewhere) {
    Rest(boolean more, Instant notBefore, Optional<Instant> pause) {
      this(more, notBefore, pause, Optional.empty());
    }

    static Rest nothing(Instant now) {
      return new Rest(false, now, Optional.empty());
    }
  }

  private final ConversationStore store;
  private final Outbox outbox;
  private final PostBook posts;
  private final Desks desks;
  private final ConversationHandler handler;
  private final CardWriter cards;
  private final DeskWords words;
  private final DeskFiles files;
  private final DecisionObserver observer;
  private final InstantSource clock;

  /// A step over these keepers and desks.
  public DeskStep(
      ConversationStore store,
      Outbox outbox,
      PostBook posts,
      Desks desks,
      ConversationHandler handler,
      CardWriter cards,
      DeskWords words,
      DeskFiles files,
      DecisionObserver observer,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.posts = posts;
    this.desks = desks;
    this.handler = handler;
    this.cards = cards;
    this.words = words;
    this.files = files;
    this.observer = observer;
    this.clock = clock;
  }

  /// Carries out the head of the conversation's desk lane, if nobody else is at it, at whichever
  /// desk it is.
  public Rest run(ConversationId id) {
    return run(id, _ -> true);
  }

  /// The same in the turn of this desk: a post uses the rate of the desk on which it stands, so
  /// nothing is done for another.
  public Rest run(ConversationId id, DeskRef turnOf) {
    return run(id, turnOf::equals);
  }

  private Rest run(ConversationId id, Predicate<DeskRef> mayPostTo) {
    Instant now = clock.instant();
    Optional<Claimed> claimed = outbox.claim(id, Lane.DESK, now);
    if (claimed.isEmpty()) {
      return Rest.nothing(now);
    }
    Optional<Started> state =
        store
            .load(id, new About.Nothing(), now)
            .map(Loaded::conversation)
            .filter(Started.class::isInstance)
            .map(Started.class::cast);
    if (state.isEmpty()) {
      outbox.release(claimed.get(), now.plus(Outbox.LEASE));
      return Rest.nothing(now);
    }
    DeskRef desk = state.get().desk();
    if (!mayPostTo.test(desk)) {
      outbox.release(claimed.get(), now);
      return new Rest(true, now, Optional.empty(), Optional.of(desk));
    }
    try {
      Rest rest = errand(new DeskTask(claimed.get(), now, state.get(), messages(id))).run();
      outbox.release(claimed.get(), rest.notBefore());
      return rest;
    } catch (StoreUnavailable away) {
      // It may be back before the lease ends; what was sealed is looked up then.
      outbox.release(claimed.get(), now.plus(DeskErrand.LOOK_AFTER));
      throw away;
    }
  }

  private Map<Integer, Message> messages(ConversationId id) {
    return store.transcript(id, 0, Policy.MESSAGES_MAX).stream()
        .collect(toMap(Message::seq, identity()));
  }

  private DeskErrand errand(DeskTask task) {
    DeskOutcomes outcomes = new DeskOutcomes(task, handler, observer, clock);
    return new DeskErrand(task, desks, posts, outbox, cards, words, files, outcomes, clock);
  }
}
