package io.threadbridge.memory;

import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.bridge.port.WakeUps;
import io.threadbridge.contract.ConversationKeeper;

/// A new, empty store for each test.
class MemoryKeeper implements ConversationKeeper {
  private final MemoryPresenceBook presence = new MemoryPresenceBook();
  private final MemoryStore store = new MemoryStore(presence);

  @Override
  public ConversationStore store() {
    return store;
  }

  @Override
  public Outbox outbox() {
    return store;
  }

  @Override
  public WakeUps wakeUps() {
    return store;
  }

  @Override
  public PostBook posts() {
    return store;
  }

  @Override
  public PresenceBook presence() {
    return presence;
  }
}
