package io.threadbridge.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.protocol.ConnectionIntent;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The connections to a Redis Cluster.
final class ClusterConnections extends RedisConnections {
  private final RedisClusterClient client;
  private final StatefulRedisClusterConnection<String, String> shared;
  private final StatefulRedisClusterConnection<String, String> forWaiting;
  private final ReplicaFence.Belief belief;

  /// By the node's id; a cluster has at most 1,000 nodes.
  private final Map<String, ReplicaFence> fences = new ConcurrentHashMap<>();

  private ClusterConnections(
      RedisClusterClient client,
      StatefulRedisClusterConnection<String, String> shared,
      StatefulRedisClusterConnection<String, String> forWaiting,
      ReplicaFence.Belief belief) {
    this.client = client;
    this.shared = shared;
    this.forWaiting = forWaiting;
    this.belief = belief;
  }

  static ClusterConnections connect(List<RedisURI> addresses, ReplicaFence.Belief belief) {
    RedisClusterClient client = RedisClusterClient.create(RedisOptions.resources(), addresses);
    client.setOptions(RedisOptions.cluster());
    try {
      return new ClusterConnections(client, client.connect(), client.connect(), belief);
    } catch (RedisException failed) {
      RedisOptions.end(client);
      throw new StoreUnavailable("no node of the Redis Cluster answers", failed);
    }
  }

  @Override
  RedisClusterAsyncCommands<String, String> commands() {
    return shared.async();
  }

  @Override
  List<RedisClusterAsyncCommands<String, String>> nodes() {
    return shared.getPartitions().stream()
        .filter(node -> node.getRole().isUpstream() && !node.getSlots().isEmpty())
        .<RedisClusterAsyncCommands<String, String>>map(
            node -> Replies.call(() -> shared.getConnection(node.getNodeId()).async()))
        .toList();
  }

  @Override
  ReplicaFence fence(String key) {
    RedisClusterNode master = forWaiting.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
    if (master == null) {
      throw new StoreUnavailable("no node of the Redis Cluster holds this slot");
    }
    return fences.computeIfAbsent(
        master.getNodeId(),
        node ->
            new ReplicaFence(() -> forWaiting.getConnection(node, ConnectionIntent.WRITE), belief));
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
