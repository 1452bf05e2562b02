package io.threadbridge.redis;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.Cluster.class)
final class FileStoreEdgesClusterIT extends FileStoreEdges {
  FileStoreEdgesClusterIT(RedisConnections redis) {
    super(redis);
  }
}
