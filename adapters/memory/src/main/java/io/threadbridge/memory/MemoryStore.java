package io.threadbridge.memory;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.PostLink;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.JournalEntry;
import io.threadbridge.bridge.port.Journals;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.bridge.port.WakeUps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Conversations, outbox, wake-ups and posts in maps under one lock, because one save changes them
/// all. What has expired is forgotten when somebody asks for it at a later moment.
public final class MemoryStore implements ConversationStore, Outbox, WakeUps, PostBook, Journals {
  private final Map<ConversationId, KeptConversation> conversations = new HashMap<>();
  private final Map<ConversationId, List<JournalEntry>> journals = new HashMap<>();
  private final MemoryPresenceBook presence;
  private long leases;

  /// An empty store whose loads read facts from `presence`.
  public MemoryStore(MemoryPresenceBook presence) {
    this.presence = presence;
  }

  @Override
  public synchronized void create(Conversation.NotStarted conversation, Instant expireAt) {
    living(conversation.id(), conversation.lastMoment());
    conversations.putIfAbsent(conversation.id(), new KeptConversation(conversation, expireAt));
  }

  @Override
  public synchronized Optional<Loaded> load(ConversationId id, About about, Instant now) {
    VisitorFacts facts = VisitorFacts.of(presence.tabs(id, now), now);
    return living(id, now)
        .map(kept -> new Loaded(kept.state(), kept.version(), facts, kept.about(about)));
  }

  @Override
  public synchronized Saved save(Save save) {
    Optional<KeptConversation> found = living(save.next().id(), save.now());
    if (found.isEmpty() || found.get().isErased()) {
      found.filter(stone -> stone.maySettle(save)).ifPresent(stone -> stone.settle(save));
      return Saved.GONE;
    }
    KeptConversation kept = found.get();
    if (kept.hasHandled(save.event(), save.now())) {
      if (kept.maySettle(save)) {
        kept.settle(save);
      }
      return Saved.ALREADY_HANDLED;
    }
    if (kept.version() != save.expectedVersion()) {
      return Saved.SOMEBODY_WAS_FASTER;
    }
    if (!kept.maySettle(save)) {
      return Saved.LEASE_LOST;
    }
    kept.apply(save);
    journals.computeIfAbsent(save.next().id(), _ -> new ArrayList<>()).add(save.journal());
    if (kept.isErased()) {
      presence.forget(save.next().id());
    }
    return Saved.DONE;
  }

  @Override
  public synchronized List<Message> transcript(ConversationId id, int after, int most) {
    return Optional.ofNullable(conversations.get(id)).stream()
        .flatMap(kept -> kept.transcript(after, most).stream())
        .toList();
  }

  @Override
  public synchronized Optional<PostLink> postHolding(ConversationId id, int seq) {
    return Optional.ofNullable(conversations.get(id)).flatMap(kept -> kept.postHolding(seq));
  }

  @Override
  public synchronized List<Ready> ready(Instant now, Duration again, int most) {
    List<Ready> ready =
        living(now).stream()
            .flatMap(kept -> kept.lanes().map(lane -> new Ready(kept.state().id(), lane)))
            .filter(lane -> owed(lane).isReady(now))
            .sorted(Comparator.comparing(lane -> owed(lane).readyAt()))
            .limit(most)
            .toList();
    ready.forEach(lane -> owed(lane).notBefore(now.plus(again)));
    return ready;
  }

  private OwedLane owed(Ready lane) {
    return lane(lane.conversation(), lane.lane()).orElseThrow();
  }

  @Override
  public synchronized Optional<Claimed> claim(ConversationId conversation, Lane lane, Instant now) {
    leases++;
    return living(conversation, now)
        .flatMap(kept -> kept.lane(lane))
        .flatMap(owed -> owed.claim(conversation, lane, "lease-" + leases, now));
  }

  @Override
  public synchronized boolean seal(Claimed claimed, SealedBatch batch, Instant now) {
    Optional<OwedLane> lane = leased(claimed);
    lane.ifPresent(owed -> owed.seal(batch));
    return lane.isPresent();
  }

  @Override
  public synchronized boolean renew(Claimed claimed, Instant now) {
    Optional<OwedLane> lane = leased(claimed);
    lane.ifPresent(owed -> owed.renew(now));
    return lane.isPresent();
  }

  @Override
  public synchronized void release(Claimed claimed, Instant until) {
    leased(claimed).ifPresent(owed -> owed.release(until));
  }

  @Override
  public synchronized Due claimDue(Instant now, int most) {
    List<KeptConversation> due =
        living(now).stream()
            .filter(kept -> kept.wakeAt().filter(moment -> !moment.isAfter(now)).isPresent())
            .sorted(Comparator.comparing(kept -> kept.wakeAt().orElseThrow()))
            .limit(most)
            .toList();
    due.forEach(kept -> kept.wakeAt(now.plus(Outbox.LEASE)));
    Optional<Instant> next =
        living(now).stream().flatMap(kept -> kept.wakeAt().stream()).min(Comparator.naturalOrder());
    return new Due(due.stream().map(kept -> kept.state().id()).toList(), next);
  }

  /// The handled events of a conversation, in order: what outlives it.
  public synchronized List<JournalEntry> journal(ConversationId id) {
    return List.copyOf(journals.getOrDefault(id, List.of()));
  }

  @Override
  public void forEach(BiConsumer<ConversationId, List<JournalEntry>> reader) {
    copyOfJournals().forEach(reader);
  }

  private synchronized Map<ConversationId, List<JournalEntry>> copyOfJournals() {
    Map<ConversationId, List<JournalEntry>> copy = new HashMap<>();
    journals.forEach((id, entries) -> copy.put(id, List.copyOf(entries)));
    return copy;
  }

  private Optional<KeptConversation> living(ConversationId id, Instant now) {
    conversations.computeIfPresent(id, (_, kept) -> kept.isExpired(now) ? null : kept);
    return Optional.ofNullable(conversations.get(id));
  }

  private List<KeptConversation> living(Instant now) {
    conversations.values().removeIf(kept -> kept.isExpired(now));
    return List.copyOf(conversations.values());
  }

  private Optional<OwedLane> lane(ConversationId id, Lane lane) {
    return Optional.ofNullable(conversations.get(id)).flatMap(kept -> kept.lane(lane));
  }

  private Optional<OwedLane> leased(Claimed claimed) {
    return lane(claimed.conversation(), claimed.lane())
        .filter(lane -> lane.belongsTo(claimed.lease()));
  }
}
