package io.threadbridge.web;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.port.About;
import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Loaded;
import io.threadbridge.bridge.port.Save;
import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store that a test can take away and bring back, even between the work and its answer.
final class SwitchableStore implements ConversationStore {
  private final ConversationStore store;
  private volatile boolean away;
  private volatile boolean losesTheNextAnswer;

  SwitchableStore(ConversationStore store) {
    this.store = store;
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  /// The next save is done, and its answer never comes.
  void loseTheNextAnswer() {
    losesTheNextAnswer = true;
  }

  private void check() {
    if (away) {
      throw new StoreUnavailable("the test took it away");
    }
  }

  @Override
  public void create(Conversation.NotStarted conversation, Instant expireAt) {
    check();
    store.create(conversation, expireAt);
  }

  @Override
  public Optional<Loaded> load(ConversationId id, About about, Instant now) {
    check();
    return store.load(id, about, now);
  }

  @Override
  public Saved save(Save save) {
    check();
    Saved saved = store.save(save);
    if (losesTheNextAnswer) {
      losesTheNextAnswer = false;
      throw new StoreUnavailable("the test lost the answer");
    }
    return saved;
  }

  @Override
  public List<Message> transcript(ConversationId id, int after, int most) {
    check();
    return store.transcript(id, after, most);
  }
}
