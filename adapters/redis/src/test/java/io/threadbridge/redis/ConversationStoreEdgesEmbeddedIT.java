package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class ConversationStoreEdgesEmbeddedIT extends ConversationStoreEdges {
  ConversationStoreEdgesEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
