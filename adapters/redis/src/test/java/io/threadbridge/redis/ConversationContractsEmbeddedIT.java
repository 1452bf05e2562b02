package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class ConversationContractsEmbeddedIT extends ConversationContracts {
  ConversationContractsEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
