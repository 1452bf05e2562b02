package io.threadbridge.bridge.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.threadbridge.bridge.conversation.Conversation;
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
import io.threadbridge.bridge.conversation.TextKey;
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
import io.threadbridge.bridge.port.StoreUnavailable;
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

  /// A look-up that the platform refuses is tried again after this: only a look can tell whether
  /// the
  /// post was done.
  private static final Duration REFUSED_LOOK_AFTER = Duration.ofSeconds(30);

  /// Nothing is sent with less left of the lease: a call's limit, and what saving its outcome
  /// takes.
  private static final Duration SENDING_MAX = Duration.ofSeconds(TeamChat.CALL_SECONDS_MAX + 4);

  /// Clocks and the platform's own may differ by so much.
  private static final Duration LOOK_BACK = Duration.ofMinutes(2);

  private final ConversationStore store;
  private final Outbox outbox;
  private final PostBook posts;
  private final Desks desks;
  private final ConversationHandler handler;
  private final CardWriter cards;
  private final DeskWords words;
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
      DecisionObserver observer,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.posts = posts;
    this.desks = desks;
    this.handler = handler;
    this.cards = cards;
    this.words = words;
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
    try {
      Rest rest = new Errand(claimed.get(), now, state.get()).run();
      outbox.release(claimed.get(), rest.notBefore());
      return rest;
    } catch (StoreUnavailable away) {
      // It may be back before the lease ends; what was sealed is looked up then.
      outbox.release(claimed.get(), now.plus(LOOK_AFTER));
      throw away;
    }
  }

  /// The work on one leased lane.
  private final class Errand {
    private final Claimed claimed;
    private final Instant claimedAt;
    private final Started state;
    private final DeskRef desk;
    private final Map<Integer, Message> messages;

    Errand(Claimed claimed, Instant claimedAt, Started state) {
      this.claimed = claimed;
      this.claimedAt = claimedAt;
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
      return begin(chat.get());
    }

    private Rest begin(TeamChat chat) {
      DeskBatch batch = DeskBatch.next(claimed.owed(), messages);
      return switch (batch.head().effect()) {
        case Effect.Rewrite rewrite -> rewrite(chat, rewrite, batch);
        case Effect.OpenThread _ -> open(chat, batch);
        case Effect.Relay _ -> relay(chat, batch);
        case Effect.Notice _ -> inThread(chat, batch);
        case Effect.CallDesk call -> call(chat, call, batch);
        case Effect.ShowCard _,
            Effect.IndexThread _,
            Effect.Hint _,
            Effect.TellDirectly _,
            Effect.ConfirmNote _,
            Effect.RetractCall _,
            Effect.CallPerson _,
            Effect.OfferPromise _,
            Effect.Mail _,
            Effect.CallHook _,
            Effect.TellSite _ ->
            settle(batch, "settled", new OutcomeEvent.Settled(now(), "not an effect of this lane"));
      };
    }

    private Rest open(TeamChat chat, DeskBatch batch) {
      return state.progress().thread().isEmpty()
          ? send(chat, batch)
          : settle(batch, "settled", new OutcomeEvent.Settled(now(), "there is a thread already"));
    }

    /// Where the thread is gone, a new card goes first. It jumps the queue, so that nothing that is
    /// owed ever changes its place.
    private Rest relay(TeamChat chat, DeskBatch batch) {
      if (batch.seqs(messages).isEmpty()) {
        return settle(
            batch, "settled", new OutcomeEvent.Settled(now(), "taken back before it was posted"));
      }
      return inThread(chat, batch);
    }

    private Rest inThread(TeamChat chat, DeskBatch batch) {
      return send(chat, state.progress().thread().isEmpty() ? DeskBatch.newCard() : batch);
    }

    /// Nobody is called when somebody has come meanwhile.
    private Rest call(TeamChat chat, Effect.CallDesk call, DeskBatch batch) {
      boolean wanted =
          state.progress().calls().stream().anyMatch(known -> known.desk().equals(call.desk()));
      return wanted
          ? inThread(chat, batch)
          : settle(batch, "settled", new OutcomeEvent.Settled(now(), "somebody has come"));
    }

    /// Before the first byte the batch is sealed: from here on it may have been sent.
    private Rest send(TeamChat chat, DeskBatch batch) {
      Instant now = now();
      String id = state.id().value() + ":" + batch.name(now);
      SealedBatch sealed = new SealedBatch(id, batch.ids().getLast(), now);
      if (!outbox.seal(claimed, sealed, now) || !hasTime()) {
        return Rest.nothing(now);
      }
      return outcome(batch, batch.seqs(messages), post(chat, batch, id));
    }

    /// A call may take [TeamChat#CALL_SECONDS_MAX]: with less left of the lease, somebody else
    /// could begin to look before it is over, find nothing, and send it too.
    private boolean hasTime() {
      Instant end = claimedAt.plus(Outbox.LEASE);
      return !now().plus(SENDING_MAX).isAfter(end) || outbox.renew(claimed, now());
    }

    private Delivery post(TeamChat chat, DeskBatch batch, String id) {
      if (batch.isCard()) {
        return chat.openThread(desk, id, cards.card(state, words(1)));
      }
      return switch (batch.head().effect()) {
        case Effect.CallDesk call ->
            desks
                .chatOf(call.desk())
                .map(there -> there.call(call.desk(), desk, thread(), id, callText()))
                .orElse(new Delivery.Refused("no such platform"));
        case Effect.Notice notice ->
            chat.notice(desk, thread(), id, words.text(state, notice.key(), notice.arguments()));
        default -> chat.post(desk, thread(), id, words(batch.seqs(messages)));
      };
    }

    private String callText() {
      Instant since =
          state instanceof Conversation.Waiting waiting ? waiting.clock().since() : now();
      long minutes = Math.max(1, Duration.between(since, now()).toMinutes());
      String visitor = state.opening().visitor().shownName();
      return words.text(state, TextKey.CALL_DESK, Map.of("visitor", visitor, "minutes", minutes));
    }

    /// Sealed and not settled: it may or may not have been sent. Look before repeating.
    private Rest resume(TeamChat chat, SealedBatch sealed) {
      DeskBatch batch = DeskBatch.sealed(claimed.owed(), sealed);
      if (!batch.isCard() && state.progress().thread().isEmpty()) {
        // It is known that the platform did not take it: the thread was gone.
        return begin(chat);
      }
      Delivery found = lookUp(chat, batch, sealed);
      return switch (found) {
        case Delivery.Absent _ -> repeat(chat, batch, sealed);
        case Delivery.Refused(String why) -> {
          observer.deskNeedsMending(desk.value(), why, "our own posts cannot be looked up");
          yield later(REFUSED_LOOK_AFTER);
        }
        case Delivery.Done _, Delivery.Later _, Delivery.Unknown _, Delivery.ThreadGone _ ->
            outcome(batch, batch.seqs(), found);
      };
    }

    private Delivery lookUp(TeamChat chat, DeskBatch batch, SealedBatch sealed) {
      Instant notBefore = sealed.at().minus(LOOK_BACK);
      if (!batch.isCard() && batch.head().effect() instanceof Effect.CallDesk call) {
        return desks
            .chatOf(call.desk())
            .map(there -> there.findThread(call.desk(), sealed.id(), notBefore))
            .orElse(new Delivery.Absent());
      }
      return batch.isCard()
          ? chat.findThread(desk, sealed.id(), notBefore)
          : chat.findPost(desk, thread(), sealed.id(), notBefore);
    }

    private Rest repeat(TeamChat chat, DeskBatch batch, SealedBatch sealed) {
      Instant repeat = sealed.at().plus(REPEAT_AFTER);
      if (repeat.isAfter(now())) {
        return new Rest(true, repeat, Optional.empty());
      }
      if (!outbox.renew(claimed, now())) {
        return Rest.nothing(now());
      }
      List<Integer> seqs = batch.seqs(messages);
      return !batch.isCard() && batch.head().effect() instanceof Effect.Relay && seqs.isEmpty()
          ? relay(chat, batch)
          : outcome(batch, seqs, post(chat, batch, sealed.id()));
    }

    /// @param seqs the messages that stand in the post if it was done
    private Rest outcome(DeskBatch batch, List<Integer> seqs, Delivery delivery) {
      return switch (delivery) {
        case Delivery.Done done -> done(batch, seqs, done.post());
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

    private Rest done(DeskBatch batch, List<Integer> seqs, PostRef post) {
      observer.deskWorks(desk.value());
      if (batch.isCard()) {
        return settle(
            batch.ids(),
            "desk:" + post.value() + ":opened",
            new OutcomeEvent.ThreadOpened(now(), new ThreadRef(post.value()), post, 1));
      }
      return batch.head().effect() instanceof Effect.CallDesk call
          ? settle(batch, "done", new OutcomeEvent.Called(now(), call.desk(), post))
          : settle(batch, "done", new OutcomeEvent.Posted(now(), post, seqs));
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
      if (batch.isCard()) {
        observer.deskNeedsMending(desk.value(), why, "see the platform's answer");
        return later(Duration.ofMinutes(1));
      }
      return settle(batch, "refused", new OutcomeEvent.Refused(now(), batch.seqs(messages), why));
    }

    /// Nothing is settled: what the lane owes keeps its place, and the next step finds no thread
    /// and
    /// opens one.
    private Rest lost() {
      String gone = state.progress().thread().map(ThreadRef::value).orElse("none");
      return settle(List.of(), "desk:" + gone + ":lost", new OutcomeEvent.ThreadLost(now()));
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
      return settle(batch.ids(), "desk:" + batch.head().id() + ":" + outcome, event);
    }

    private Rest settle(List<String> effects, String id, OutcomeEvent event) {
      Settlement settlement = new Settlement(Lane.DESK, claimed.lease(), effects);
      handler.handle(
          state.id(), new EventId(id), new About.Nothing(), _ -> event, Optional.of(settlement));
      boolean more = !claimed.owed().stream().map(OwedEffect::id).allMatch(effects::contains);
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
