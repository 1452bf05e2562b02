package io.threadbridge.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.threadbridge.bridge.port.StoreUnavailable;

/// The connections to one Redis.
final class SingleConnections extends RedisConnections {
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> shared;
  private final ReplicaFence fence;

  private SingleConnections(
      RedisClient client,
      StatefulRedisConnection<String, String> shared,
      StatefulRedisConnection<String, String> forWaiting) {
    this.client = client;
    this.shared = shared;
    this.fence = new ReplicaFence(() -> forWaiting);
  }

  static SingleConnections connect(RedisURI address) {
    RedisClient client = RedisClient.create(RedisOptions.resources(), address);
    client.setOptions(RedisOptions.single());
    try {
      return new SingleConnections(client, client.connect(), client.connect());
    } catch (RedisException failed) {
      RedisOptions.end(client);
      throw new StoreUnavailable(
          "no Redis answers at " + address.getHost() + ":" + address.getPort(), failed);
    }
  }

  boolean isClusterNode() {
    return Replies.await(commands().info("cluster")).contains("cluster_enabled:1");
  }

  @Override
  RedisClusterAsyncCommands<String, String> commands() {
    return shared.async();
  }

  @Override
  ReplicaFence fence(String key) {
    return fence;
  }

  @Override
  StatefulRedisPubSubConnection<String, String> subscriber() {
    return client.connectPubSub();
  }

  @Override
  public void close() {
    RedisOptions.end(client);
  }
}
