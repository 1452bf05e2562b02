package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Embedded.class)
final class FileStoreEdgesEmbeddedIT extends FileStoreEdges {
  FileStoreEdgesEmbeddedIT(RedisConnections redis) {
    super(redis);
  }
}
