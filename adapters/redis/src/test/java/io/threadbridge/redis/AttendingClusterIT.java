package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class AttendingClusterIT extends Attending {
  AttendingClusterIT(RedisConnections redis) {
    super(redis);
  }
}
