package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class SharedStateEdgesEmbeddedIT extends SharedStateEdges {
  SharedStateEdgesEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
