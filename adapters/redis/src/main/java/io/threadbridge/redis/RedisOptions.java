package io.threadbridge.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// How the client behaves when Redis does not. Each choice differs from the client's default
/// because of a measured fault, and each is pinned by a test.
final class RedisOptions {
  /// A command that takes longer is given up; the default is a minute. So is a question about the
  /// cluster's topology, which takes its limit from the address: with the default a hung master is
  /// never left.
  static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(1);

  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  /// A hung master says nothing that could trigger a refresh.
  static final Duration TOPOLOGY_EVERY = Duration.ofSeconds(2);

  /// The default would look away for 30 s after each trigger.
  static final Duration TRIGGERS_AT_MOST_EVERY = Duration.ofSeconds(1);

  /// After a long outage the client's default would look only every 30 s whether Redis is back.
  static final Duration RECONNECT_AFTER_MAX = Duration.ofSeconds(1);

  /// Commands that wait in the client for one connection; more are refused.
  static final int QUEUE_MAX = 10_000;

  private static final String CLUSTER = "-cluster://";

  private RedisOptions() {}

  /// The threads and clocks of a client, to be ended after it.
  static ClientResources resources() {
    return ClientResources.builder()
        .reconnectDelay(
            Delay.exponential(Duration.ZERO, RECONNECT_AFTER_MAX, 2, TimeUnit.MILLISECONDS))
        .build();
  }

  /// Ends a client and what it was made with.
  static void end(AbstractRedisClient client) {
    client.shutdown(Duration.ZERO, COMMAND_TIMEOUT);
    Future<Boolean> _ =
        client.getResources().shutdown(0, COMMAND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// For one Redis. Commands that were under way when the connection broke are given up: by default
  /// they are sent again, and are executed twice.
  static ClientOptions single() {
    ClientOptions.Builder builder = ClientOptions.builder();
    describe(builder);
    return builder.build();
  }

  /// For a cluster: the same, and the topology is looked at on every sign of change and besides.
  static ClusterClientOptions cluster() {
    ClusterTopologyRefreshOptions topology =
        ClusterTopologyRefreshOptions.builder()
            .adaptiveRefreshTriggersTimeout(TRIGGERS_AT_MOST_EVERY)
            .enablePeriodicRefresh(TOPOLOGY_EVERY)
            .build();
    ClusterClientOptions.Builder builder =
        ClusterClientOptions.builder()
            .topologyRefreshOptions(topology)
            .validateClusterNodeMembership(false);
    describe(builder);
    return builder.build();
  }

  private static void describe(ClientOptions.Builder builder) {
    builder
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).build())
        .requestQueueSize(QUEUE_MAX);
  }

  /// Whether an address names a cluster by itself: `redis-cluster://` or `rediss-cluster://`.
  static boolean namesCluster(String url) {
    return url.contains(CLUSTER);
  }

  /// The addresses of a URL; only a cluster's has several, with commas between them.
  static List<RedisURI> addresses(String url) {
    String plain = url.replace(CLUSTER, "://");
    if (!namesCluster(url)) {
      return List.of(address(plain));
    }
    int hostsFrom = Math.max(plain.indexOf("://") + 3, plain.lastIndexOf('@') + 1);
    String before = plain.substring(0, hostsFrom);
    return Arrays.stream(plain.substring(hostsFrom).split(",", -1))
        .map(host -> address(before + host))
        .toList();
  }

  private static RedisURI address(String url) {
    RedisURI address = RedisURI.create(url);
    address.setTimeout(COMMAND_TIMEOUT);
    return address;
  }
}
