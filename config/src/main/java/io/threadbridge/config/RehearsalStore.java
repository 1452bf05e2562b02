package io.threadbridge.config;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.redis.json.ConversationCodec;
import io.threadbridge.redis.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds the one conversation of a [Rehearsal] in memory. Every question is also put to the real
/// keepers, which know no conversation of that name: their scripts run, and write nothing.
final class RehearsalStore implements ConversationStore, Outbox {
  private final ConversationStore store;
  private final Outbox outbox;
  private final List<Message> transcript = new ArrayList<>();
  private final List<OwedEffect> owed = new ArrayList<>();
  private Conversation state;
  private long version = 1;

  RehearsalStore(ConversationStore store, Outbox outbox, Conversation.NotStarted first) {
    this.store = store;
    this.outbox = outbox;
    this.state = first;
  }

  /// How far the conversation has come.
  Conversation state() {
    return state;
  }

  @Override
  public void create(Conversation.NotStarted conversation, Instant expireAt) {
    state = conversation;
  }

  @Override
  public Optional<Loaded> load(ConversationId id, About about, Instant now) {
    Optional<Loaded> _ = store.load(id, about, now);
    Conversation read = ConversationCodec.read(ConversationCodec.write(state));
    return Optional.of(new Loaded(read, version, VisitorFacts.THERE, Optional.empty()));
  }

  @Override
  public Saved save(Save save) {
    Saved _ = store.save(save);
    state = save.next();
    version++;
    transcript.addAll(save.appended());
    save.settles().ifPresent(done -> owed.removeIf(one -> done.effects().contains(one.id())));
    owed.addAll(save.owed());
    return Saved.DONE;
  }

  @Override
  public List<Message> transcript(ConversationId id, int after, int most) {
    List<Message> _ = store.transcript(id, after, most);
    return transcript.stream()
        .skip(after)
        .limit(most)
        .map(message -> MessageCodec.read(MessageCodec.write(message)))
        .toList();
  }

  @Override
  public List<Ready> ready(Instant now, Duration again, int most) {
    return List.of();
  }

  @Override
  public Optional<Claimed> claim(ConversationId conversation, Lane lane, Instant now) {
    Optional<Claimed> _ = outbox.claim(conversation, lane, now);
    List<OwedEffect> here = owed.stream().filter(one -> one.effect().lane() == lane).toList();
    return here.isEmpty()
        ? Optional.empty()
        : Optional.of(new Claimed(conversation, lane, "rehearsal", here, Optional.empty()));
  }

  @Override
  public boolean seal(Claimed claimed, SealedBatch batch, Instant now) {
    boolean _ = outbox.seal(claimed, batch, now);
    return true;
  }

  @Override
  public boolean renew(Claimed claimed, Instant now) {
    return true;
  }

  @Override
  public void release(Claimed claimed, Instant until) {
    outbox.release(claimed, until);
  }
}
