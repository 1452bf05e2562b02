package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class AttendingEmbeddedIT extends Attending {
  AttendingEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
