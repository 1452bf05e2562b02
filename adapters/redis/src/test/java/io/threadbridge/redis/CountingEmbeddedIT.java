package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class CountingEmbeddedIT extends Counting {
  CountingEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
