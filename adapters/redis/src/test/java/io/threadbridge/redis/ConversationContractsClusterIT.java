package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class ConversationContractsClusterIT extends ConversationContracts {
  ConversationContractsClusterIT(RedisConnections redis) {
    super(redis);
  }
}
