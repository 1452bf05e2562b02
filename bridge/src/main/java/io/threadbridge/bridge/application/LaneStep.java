package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Effect;
import io.threadbridge.bridge.conversation.EventId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.OutcomeEvent;
import io.threadbridge.bridge.conversation.PostRef;
import io.threadbridge.bridge.conversation.Staff;
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
import io.threadbridge.bridge.port.RateLimits;
import io.threadbridge.bridge.port.Settlement;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Sites;
import io.threadbridge.bridge.port.TeamChat;
import io.threadbridge.bridge.port.Texts;
import io.threadbridge.bridge.port.ThreadIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One effect of one of the lanes beside the desk's: the card, private hints, our own look-up
/// tables. All of them can be repeated without harm, so nothing is sealed.
public final class LaneStep {
  /// Slack's tier for updates is 50 a minute; the design keeps to 40.
  static final int CARD_UPDATES_PER_MINUTE = 40;

  /// An effect that cannot be carried out for so long is given up; a card shows the state anyway
  /// when
  /// the next update gets through.
  static final Duration GIVE_UP_AFTER = Duration.ofMinutes(10);

  private static final Duration AGAIN = Duration.ofSeconds(3);

  private static final int BURST = 10;

  /// Replies that came too early are handed in; meanwhile more may come, which wait behind them.
  private static final int ORPHAN_ROUNDS_MAX = 100;

  private final ConversationStore store;
  private final Outbox outbox;
  private final ThreadIndex threads;
  private final StaffDoor staffDoor;
  private final Desks desks;
  private final ConversationHandler handler;
  private final CardWriter cards;
  private final Sites sites;
  private final Texts texts;
  private final RateLimits limits;
  private final DecisionObserver observer;
  private final InstantSource clock;

  /// Before this no card is tried: the rate of updates has no room for any. When many wait, their
  /// attempts would otherwise take what the visitors' words need.
  private volatile Instant cardsFrom = Instant.MIN;

  /// A step over these keepers and desks.
  public LaneStep(
      ConversationStore store,
      Outbox outbox,
      ThreadIndex threads,
      StaffDoor staffDoor,
      Desks desks,
      ConversationHandler handler,
      CardWriter cards,
      Sites sites,
      Texts texts,
      RateLimits limits,
      DecisionObserver observer,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.threads = threads;
    this.staffDoor = staffDoor;
    this.desks = desks;
    this.handler = handler;
    this.cards = cards;
    this.sites = sites;
    this.texts = texts;
    this.limits = limits;
    this.observer = observer;
    this.clock = clock;
  }

  /// Carries out the head of this lane; whether it may owe more at once.
  public boolean run(ConversationId id, Lane lane) {
    Instant now = clock.instant();
    if (lane == Lane.CARD && now.isBefore(cardsFrom)) {
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
    Delivery delivery = carryOut(state.get(), head.effect());
    Optional<Duration> wait = settled(claimed.get(), head, delivery);
    outbox.release(claimed.get(), clock.instant().plus(wait.orElse(Duration.ZERO)));
    return wait.isEmpty() && claimed.get().owed().size() > 1;
  }

  /// Settles what is done or will never be; otherwise how long to wait.
  private Optional<Duration> settled(Claimed claimed, OwedEffect head, Delivery delivery) {
    boolean old = head.since().plus(GIVE_UP_AFTER).isBefore(clock.instant());
    return switch (delivery) {
      case Delivery.Done _, Delivery.Absent _ -> settle(claimed, head, "");
      case Delivery.Refused refused -> {
        observer.refused(claimed.conversation(), claimed.lane(), refused.why());
        yield settle(claimed, head, refused.why());
      }
      case Delivery.ThreadGone _ -> settle(claimed, head, "the post is gone");
      case Delivery.Later later ->
          old ? settle(claimed, head, later.why()) : Optional.of(later.after());
      case Delivery.Unknown unknown -> {
        observer.unknownOutcome(claimed.conversation(), claimed.lane(), unknown.why());
        yield old ? settle(claimed, head, unknown.why()) : Optional.of(AGAIN);
      }
    };
  }

  private Optional<Duration> settle(Claimed claimed, OwedEffect head, String reason) {
    Settlement settlement = new Settlement(claimed.lane(), claimed.lease(), List.of(head.id()));
    OutcomeEvent event = new OutcomeEvent.Settled(clock.instant(), reason);
    EventId id = new EventId(claimed.lane() + ":" + head.id() + ":settled");
    handler.handle(
        claimed.conversation(), id, new About.Nothing(), _ -> event, Optional.of(settlement));
    return Optional.empty();
  }

  private Delivery carryOut(Started state, Effect effect) {
    DeskRef desk = state.opening().desk();
    return switch (effect) {
      case Effect.IndexThread index -> index(state.id(), index);
      case Effect.ShowCard _ ->
          inThread(state, (chat, thread) -> showCard(chat, desk, thread, state));
      case Effect.ConfirmNote note ->
          inThread(state, (chat, _) -> chat.confirmNote(desk, note.post()));
      case Effect.Hint(Staff to, TextKey key, Map<String, Object> arguments) ->
          inThread(
              state, (chat, thread) -> chat.hint(desk, thread, to, text(state, key, arguments)));
      case Effect.TellDirectly(Staff to, TextKey key, Map<String, Object> arguments) ->
          inThread(
              state, (chat, thread) -> chat.tell(desk, thread, to, text(state, key, arguments)));
      case Effect.OpenThread _, Effect.Relay _, Effect.Rewrite _ ->
          new Delivery.Refused("an effect of the desk's lane");
    };
  }

  /// Where there is no thread (yet, or any more), there is nobody to show anything to; the card is
  /// drawn from the state when it is opened.
  private Delivery inThread(Started state, Call call) {
    Optional<TeamChat> chat = desks.chatOf(state.opening().desk());
    Optional<ThreadRef> thread = state.progress().thread();
    return chat.isEmpty() || thread.isEmpty()
        ? new Delivery.Absent()
        : call.with(chat.get(), thread.get());
  }

  private Delivery showCard(TeamChat chat, DeskRef desk, ThreadRef thread, Started state) {
    Optional<Duration> wait =
        limits.take(desk.platform() + ":update", CARD_UPDATES_PER_MINUTE, BURST, clock.instant());
    if (wait.isPresent()) {
      cardsFrom = clock.instant().plus(wait.get());
      return new Delivery.Later(wait.get(), "our own rate of card updates", "");
    }
    String words =
        store.transcript(state.id(), 0, 1).stream().findFirst().map(Message::text).orElse("");
    return chat.showCard(desk, thread, cards.card(state, words));
  }

  private Delivery index(ConversationId id, Effect.IndexThread index) {
    for (int round = 0; round < ORPHAN_ROUNDS_MAX; round++) {
      List<ThreadIndex.Orphan> orphans = threads.put(index.desk(), index.thread(), id);
      if (orphans.isEmpty()) {
        return new Delivery.Done(new PostRef(index.thread().value()));
      }
      orphans.forEach(orphan -> staffDoor.handle(id, orphan.id(), orphan.event()));
      List<EventId> handled = orphans.stream().map(ThreadIndex.Orphan::id).toList();
      threads.forgetOrphans(index.desk(), index.thread(), handled);
    }
    return new Delivery.Unknown("replies keep coming faster than they are handed in");
  }

  private String text(Started state, TextKey key, Map<String, Object> arguments) {
    Optional<Site> site = sites.find(state.opening().site());
    ZoneId zone = site.map(Site::zone).orElse(ZoneOffset.UTC);
    return texts.text(site.map(Site::deskLanguage).orElse("en"), zone, key, arguments);
  }

  /// A call that needs a platform and a thread.
  private interface Call {
    Delivery with(TeamChat chat, ThreadRef thread);
  }
}
