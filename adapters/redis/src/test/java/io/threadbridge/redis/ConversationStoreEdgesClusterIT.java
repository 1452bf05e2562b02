package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class ConversationStoreEdgesClusterIT extends ConversationStoreEdges {
  ConversationStoreEdgesClusterIT(RedisConnections redis) {
    super(redis);
  }
}
