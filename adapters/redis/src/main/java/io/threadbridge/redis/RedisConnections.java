package io.threadbridge.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.threadbridge.bridge.port.StoreUnavailable;
import java.util.List;
import java.util.function.Consumer;

/// The connections to one Redis or to a Redis Cluster, shared by everything here.
public abstract sealed class RedisConnections implements AutoCloseable
    permits SingleConnections, ClusterConnections {
  RedisConnections() {}

  /// Connects. `redis://` and `rediss://` lead to one Redis, or to a node of a cluster, which is
  /// noticed; `redis-cluster://` and `rediss-cluster://` to a cluster, with one or more nodes
  /// separated by commas. Throws [StoreUnavailable] if nobody answers.
  public static RedisConnections open(String url) {
    return open(url, ReplicaFence.Belief.USUAL);
  }

  /// The same with another belief in replicas, for tests.
  static RedisConnections open(String url, ReplicaFence.Belief belief) {
    List<RedisURI> addresses = RedisOptions.addresses(url);
    if (RedisOptions.namesCluster(url)) {
      return ClusterConnections.connect(addresses, belief);
    }
    SingleConnections single = SingleConnections.connect(addresses.getFirst(), belief);
    try {
      if (!single.isClusterNode()) {
        return single;
      }
    } catch (StoreUnavailable unavailable) {
      single.close();
      throw unavailable;
    }
    single.close();
    return ClusterConnections.connect(addresses, belief);
  }

  /// The connection for all commands; everybody's commands share its pipe.
  abstract RedisClusterAsyncCommands<String, String> commands();

  /// Each node that holds keys, for what looks at all of them. A dead master that a replica has
  /// replaced is none of them, though the cluster still knows its name.
  abstract List<RedisClusterAsyncCommands<String, String>> nodes();

  /// What confirms a write in the slot of `key`. To be asked for before the write, so that a
  /// failover in between confirms nothing.
  abstract ReplicaFence fence(String key);

  /// Calls `listener` for each message of a channel; the subscription is renewed with the
  /// connection.
  void listen(String channel, Consumer<String> listener) {
    StatefulRedisPubSubConnection<String, String> connection = Replies.call(this::subscriber);
    connection.addListener(
        new RedisPubSubAdapter<String, String>() {
          @Override
          public void message(String from, String message) {
            if (from.equals(channel)) {
              listener.accept(message);
            }
          }
        });
    Replies.await(connection.async().subscribe(channel));
  }

  abstract StatefulRedisPubSubConnection<String, String> subscriber();

  /// Closes all connections.
  @Override
  public abstract void close();
}
