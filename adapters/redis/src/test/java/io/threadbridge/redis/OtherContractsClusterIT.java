package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class OtherContractsClusterIT extends OtherContracts {
  OtherContractsClusterIT(RedisConnections redis) {
    super(redis);
  }
}
