package io.threadbridge.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The connections to one Redis.
///
/// There are several for commands, which take turns; a broken one is passed over. Redis reads at
/// most 16 KB of each connection
/// before it writes to the disk and answers; with `appendfsync always` and one connection that was
/// the limit of the whole program: six steps for each sync of the disk.
final class SingleConnections extends RedisConnections {
  /// Connections for commands.
  static final int SHARED = 8;

  private final RedisClient client;
  private final List<StatefulRedisConnection<String, String>> shared;
  private final AtomicInteger turn = new AtomicInteger();
  private final ReplicaFence fence;

  private SingleConnections(
      RedisClient client,
      List<StatefulRedisConnection<String, String>> shared,
      ReplicaFence fence) {
    this.client = client;
    this.shared = shared;
    this.fence = fence;
  }

  static SingleConnections connect(RedisURI address, ReplicaFence.Belief belief) {
    RedisClient client = RedisClient.create(RedisOptions.resources(), address);
    client.setOptions(RedisOptions.single());
    try {
      var shared = Stream.generate(client::connect).limit(SHARED).toList();
      StatefulRedisConnection<String, String> forWaiting = client.connect();
      return new SingleConnections(client, shared, new ReplicaFence(() -> forWaiting, belief));
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
    StatefulRedisConnection<String, String> next = next();
    for (int tried = 1; tried < SHARED && !next.isOpen(); tried++) {
      next = next();
    }
    return next.async();
  }

  private StatefulRedisConnection<String, String> next() {
    return shared.get(Math.floorMod(turn.getAndIncrement(), SHARED));
  }

  /// Whether none of the connections for commands is broken just now.
  boolean areAllOpen() {
    return shared.stream().allMatch(StatefulRedisConnection::isOpen);
  }

  @Override
  List<RedisClusterAsyncCommands<String, String>> nodes() {
    return List.of(commands());
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
