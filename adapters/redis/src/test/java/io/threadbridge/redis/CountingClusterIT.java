package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class CountingClusterIT extends Counting {
  CountingClusterIT(RedisConnections redis) {
    super(redis);
  }
}
