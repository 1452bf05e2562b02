package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class OtherContractsEmbeddedIT extends OtherContracts {
  OtherContractsEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
