package io.threadbridge.redis;

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
    if (RedisOptions.namesCluster(url)) {
      return ClusterConnections.connect(RedisOptions.addresses(url));
    }
    SingleConnections single = SingleConnections.connect(RedisOptions.addresses(url).getFirst());
    try {
      if (!single.isClusterNode()) {
        return single;
      }
    } catch (StoreUnavailable unavailable) {
      single.close();
      throw unavailable;
    }
    single.close();
    return ClusterConnections.connect(RedisOptions.addresses(url));
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
