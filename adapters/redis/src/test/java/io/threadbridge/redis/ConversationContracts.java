package io.threadbridge.redis;

import io.threadbridge.bridge.port.ConversationStore;
import io.threadbridge.bridge.port.FileStore;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.PostBook;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.bridge.port.WakeUps;
import io.threadbridge.contract.ConversationStoreContract;
import io.threadbridge.contract.FileStoreContract;
import io.threadbridge.contract.OutboxContract;
import io.threadbridge.contract.PostBookContract;
import io.threadbridge.contract.PresenceBookContract;
import io.threadbridge.contract.WakeUpsContract;

/// What everybody promises who keeps conversations, on either kind of Redis.
abstract class ConversationContracts
    implements ConversationStoreContract,
        OutboxContract,
        WakeUpsContract,
        PostBookContract,
        PresenceBookContract,
        FileStoreContract {
  private final RedisConversationStore store;
  private final RedisOutbox outbox;
  private final RedisWakeUps wakeUps;
  private final RedisPresenceBook presence;
  private final RedisFileStore files;

  ConversationContracts(RedisConnections redis) {
    this.store = new RedisConversationStore(redis);
    this.outbox = new RedisOutbox(redis);
    this.wakeUps = new RedisWakeUps(redis);
    this.presence = new RedisPresenceBook(redis);
    this.files = new RedisFileStore(redis);
  }

  @Override
  public ConversationStore store() {
    return store;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public WakeUps wakeUps() {
    return wakeUps;
  }

  @Override
  public PostBook posts() {
    return store;
  }

  @Override
  public PresenceBook presence() {
    return presence;
  }

  @Override
  public FileStore files() {
    return files;
  }
}
