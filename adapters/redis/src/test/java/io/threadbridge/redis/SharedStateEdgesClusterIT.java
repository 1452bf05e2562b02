package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class SharedStateEdgesClusterIT extends SharedStateEdges {
  SharedStateEdgesClusterIT(RedisConnections redis) {
    super(redis);
  }
}
