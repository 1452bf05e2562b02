package io.threadbridge.bridge.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.ThreadRef;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.DecisionObserver;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.Settlement;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.ThreadPost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One post of one conversation: lease the lane, seal a batch, send it, save what came of it. What
/// may have been sent before is looked for before it is sent again.
public final class DeskStep {
  /// What a step left behind.
  ///
  /// @param more whether the lane owes more, or the same again
  /// @param notBefore when it is worth trying again
  /// @param pause the platform asked that the whole desk be left alone until then
  public record Rest(boolean more, Instant notBefore, Optional<Instant> pause) {
    static Rest nothing(Instant now) {
      return new Rest(false, now, Optional.empty());
    }
  }

  /// An unknown post is looked for after this, and again until [#REPEAT_AFTER].
  static final Duration LOOK_AFTER = Duration.ofSeconds(1);

  /// Not found so long after it was sealed, it is sent again: the platform has had its time.
  static final Duration REPEAT_AFTER = Duration.ofSeconds(5);

  /// Clocks and the platform's own may differ by so much.
  private static final Duration LOOK_BACK = Duration.ofMinutes(2);

  private final ConversationStore store;
  private final Outbox outbox;
  private final PostBook posts;
  private final Desks desks;
  private final ConversationHandler handler;
  private final CardWriter cards;
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
      DecisionObserver observer,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.posts = posts;
    this.desks = desks;
    this.handler = handler;
    this.cards = cards;
    this.observer = observer;
    this.clock = clock;
  }

  /// Carries out the head of the conversation's desk lane, if nobody else is at it.
  public Rest run(ConversationId id) {
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
    Rest rest = new Errand(claimed.get(), state.get()).run();
    outbox.release(claimed.get(), rest.notBefore());
    return rest;
  }

  /// The work on one leased lane.
  private final class Errand {
    private final Claimed claimed;
    private final Started state;
    private final DeskRef desk;
    private final Map<Integer, Message> messages;

    Errand(Claimed claimed, Started state) {
      this.claimed = claimed;
      this.state = state;
      this.desk = state.opening().desk();
      this.messages =
          store.transcript(state.id(), 0, Policy.MESSAGES_MAX).stream()
              .collect(toMap(Message::seq, identity()));
    }

    Rest run() {
      Optional<TeamChat> chat = desks.chatOf(desk);
      if (chat.isEmpty()) {
        observer.deskNeedsMending(desk.value(), "no such platform", "configure it or name a desk");
        return later(Duration.ofSeconds(30));
      }
      if (claimed.sealed().isPresent()) {
        return resume(chat.get(), claimed.sealed().get());
      }
      DeskBatch batch = DeskBatch.next(claimed.owed(), messages);
      return switch (batch.head().effect()) {
        case Effect.Rewrite rewrite -> rewrite(chat.get(), rewrite, batch);
        case Effect.OpenThread _ -> send(chat.get(), batch);
        case Effect.Relay _ -> relay(chat.get(), batch);
        case Effect.ShowCard _,
            Effect.IndexThread _,
            Effect.Hint _,
            Effect.TellDirectly _,
            Effect.ConfirmNote _ ->
            settle(batch, "settled", new OutcomeEvent.Settled(now(), "not an effect of this lane"));
      };
    }

    private Rest relay(TeamChat chat, DeskBatch batch) {
      if (batch.seqs(messages).isEmpty()) {
        return settle(
            batch, "settled", new OutcomeEvent.Settled(now(), "taken back before it was posted"));
      }
      return state.progress().thread().isEmpty() ? lost() : send(chat, batch);
    }

    /// Before the first byte the batch is sealed: from here on it may have been sent.
    private Rest send(TeamChat chat, DeskBatch batch) {
      String last = batch.effects().getLast().id();
      SealedBatch sealed =
          new SealedBatch(state.id().value() + ":" + batch.head().id(), last, now());
      if (!outbox.seal(claimed, sealed, now())) {
        return Rest.nothing(now());
      }
      return outcome(batch, post(chat, batch, sealed.id()));
    }

    private Delivery post(TeamChat chat, DeskBatch batch, String id) {
      if (batch.head().effect() instanceof Effect.OpenThread) {
        return chat.openThread(desk, id, cards.card(state, words(1)));
      }
      return chat.post(desk, thread(), id, words(batch.seqs(messages)));
    }

    /// Sealed and not settled: it may or may not have been sent. Look before repeating.
    private Rest resume(TeamChat chat, SealedBatch sealed) {
      DeskBatch batch = DeskBatch.sealed(claimed.owed(), sealed);
      boolean opening = batch.head().effect() instanceof Effect.OpenThread;
      if (!opening && state.progress().thread().isEmpty()) {
        return lost();
      }
      Instant notBefore = sealed.at().minus(LOOK_BACK);
      Delivery found =
          opening
              ? chat.findThread(desk, sealed.id(), notBefore)
              : chat.findPost(desk, thread(), sealed.id(), notBefore);
      if (!(found instanceof Delivery.Absent)) {
        return outcome(batch, found);
      }
      Instant repeat = sealed.at().plus(REPEAT_AFTER);
      if (repeat.isAfter(now())) {
        return new Rest(true, repeat, Optional.empty());
      }
      if (!outbox.renew(claimed, now())) {
        return Rest.nothing(now());
      }
      if (!opening && batch.seqs(messages).isEmpty()) {
        return relay(chat, batch);
      }
      return outcome(batch, post(chat, batch, sealed.id()));
    }

    private Rest outcome(DeskBatch batch, Delivery delivery) {
      return switch (delivery) {
        case Delivery.Done done -> done(batch, done.post());
        case Delivery.Later later -> later(later);
        case Delivery.Unknown unknown -> {
          observer.unknownOutcome(state.id(), Lane.DESK, unknown.why());
          yield later(LOOK_AFTER);
        }
        case Delivery.Absent _ -> later(LOOK_AFTER);
        case Delivery.Refused refused -> refused(batch, refused.why());
        case Delivery.ThreadGone _ -> lost();
      };
    }

    private Rest done(DeskBatch batch, PostRef post) {
      observer.deskWorks(desk.value());
      OutcomeEvent event =
          batch.head().effect() instanceof Effect.OpenThread
              ? new OutcomeEvent.ThreadOpened(now(), new ThreadRef(post.value()), post, 1)
              : new OutcomeEvent.Posted(now(), post, batch.seqs(messages));
      return settle(batch, "done", event);
    }

    private Rest later(Delivery.Later later) {
      Instant until = now().plus(later.after());
      if (later.mend().isEmpty()) {
        return new Rest(true, until, Optional.of(until));
      }
      observer.deskNeedsMending(desk.value(), later.why(), later.mend());
      return new Rest(true, until, Optional.empty());
    }

    private Rest later(Duration after) {
      return new Rest(true, now().plus(after), Optional.empty());
    }

    /// A card is never given up: without it nothing of the conversation can be seen.
    private Rest refused(DeskBatch batch, String why) {
      observer.refused(state.id(), Lane.DESK, why);
      if (batch.head().effect() instanceof Effect.OpenThread) {
        observer.deskNeedsMending(desk.value(), why, "see the platform's answer");
        return later(Duration.ofMinutes(1));
      }
      return settle(batch, "refused", new OutcomeEvent.Refused(now(), batch.seqs(messages), why));
    }

    /// Everything that the lane owes goes behind a new card.
    private Rest lost() {
      List<Effect> owed = claimed.owed().stream().map(OwedEffect::effect).toList();
      DeskBatch all = new DeskBatch(claimed.owed());
      return settle(all, "lost", new OutcomeEvent.ThreadLost(now(), owed));
    }

    /// A post that holds the message is written anew from the transcript; one that was never
    /// posted needs nothing.
    private Rest rewrite(TeamChat chat, Effect.Rewrite rewrite, DeskBatch batch) {
      Optional<PostLink> link = posts.postHolding(state.id(), rewrite.seq());
      Optional<ThreadRef> thread = state.progress().thread();
      if (link.isEmpty() || thread.isEmpty()) {
        return settle(batch, "settled", new OutcomeEvent.Settled(now(), "not posted"));
      }
      Delivery delivery =
          link.get().post().value().equals(thread.get().value())
              ? chat.showCard(desk, thread.get(), cards.card(state, words(1)))
              : chat.rewrite(desk, thread.get(), link.get().post(), words(link.get().seqs()));
      return switch (delivery) {
        case Delivery.Later later -> later(later);
        case Delivery.Unknown _ -> later(LOOK_AFTER);
        case Delivery.Done _ -> settle(batch, "done", new OutcomeEvent.Settled(now(), ""));
        case Delivery.Refused refused ->
            settle(batch, "refused", new OutcomeEvent.Settled(now(), refused.why()));
        case Delivery.Absent _, Delivery.ThreadGone _ ->
            settle(batch, "refused", new OutcomeEvent.Settled(now(), "the post is gone"));
      };
    }

    private Rest settle(DeskBatch batch, String outcome, OutcomeEvent event) {
      EventId id = new EventId("desk:" + batch.head().id() + ":" + outcome);
      Settlement settlement = new Settlement(Lane.DESK, claimed.lease(), batch.ids());
      handler.handle(state.id(), id, new About.Nothing(), _ -> event, Optional.of(settlement));
      boolean more = claimed.owed().size() > batch.effects().size();
      return new Rest(more, now(), Optional.empty());
    }

    private ThreadPost words(List<Integer> seqs) {
      List<String> lines = seqs.stream().map(this::words).toList();
      return new ThreadPost(
          state.opening().visitor().shownName(), lines, cards.takenBack(state.opening()));
    }

    private String words(int seq) {
      Message message = messages.get(seq);
      return message == null ? "" : message.text();
    }

    private ThreadRef thread() {
      return state.progress().thread().orElseThrow();
    }

    private Instant now() {
      return clock.instant();
    }
  }
}
