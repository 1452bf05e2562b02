package io.threadbridge.redis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Redis Cluster of three masters from the embedded program, on loopback and without password or
/// files: for tests.
public final class RedisClusterProcess implements AutoCloseable {
  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;

  /// Redis puts the nodes' own talk on the port plus this.
  private static final int BUS = 10_000;

  private static final Duration START_MAX = Duration.ofSeconds(30);
  private static final Duration STOP_MAX = Duration.ofSeconds(5);

  private final List<Node> nodes;

  private record Node(int port, Process process, RedisProbe probe) {}

  private RedisClusterProcess(List<Node> nodes) {
    this.nodes = nodes;
  }

  /// Starts the cluster with its files in `directory` and waits until all slots are served.
  public static RedisClusterProcess start(Path directory) {
    return start(directory, MASTERS);
  }

  /// The same with a replica of each master, which takes its place when it dies: the first three
  /// nodes are the masters, and the next three their replicas.
  public static RedisClusterProcess startWithReplicas(Path directory) {
    RedisClusterProcess cluster = start(directory, 2 * MASTERS);
    for (int number = 0; number < MASTERS; number++) {
      cluster.replicate(cluster.nodes.get(number), cluster.nodes.get(MASTERS + number));
    }
    return cluster;
  }

  private static RedisClusterProcess start(Path directory, int many) {
    List<Node> nodes = new ArrayList<>();
    RedisClusterProcess cluster = new RedisClusterProcess(nodes);
    try {
      Path program = RedisBinary.extractInto(Files.createDirectories(directory));
      for (int number = 0; number < many; number++) {
        nodes.add(launch(program, directory.resolve("node-" + number)));
      }
      cluster.join();
      return cluster;
    } catch (IOException failed) {
      cluster.close();
      throw new UncheckedIOException(failed);
    } catch (RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  /// The addresses of all nodes.
  public String url() {
    return nodes.stream()
        .map(node -> "127.0.0.1:" + node.port())
        .collect(Collectors.joining(",", "redis-cluster://", ""));
  }

  /// The address of one node alone, as somebody might configure it who does not know of the
  /// cluster.
  public String urlOfOneNode() {
    return "redis://127.0.0.1:" + nodes.getFirst().port();
  }

  /// The number of the master that a slot was given to.
  public static int masterOf(int slot) {
    return IntStream.range(0, MASTERS)
        .filter(number -> slot < SLOTS * (number + 1) / MASTERS)
        .findFirst()
        .orElseThrow();
  }

  /// The process ids of the nodes.
  public List<Long> pids() {
    return nodes.stream().map(node -> node.process().pid()).toList();
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.process().destroyForcibly());
    for (Node node : nodes) {
      try {
        node.process().waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static Node launch(Path program, Path directory) throws IOException {
    int port = FreePort.findWithPartner(BUS);
    Files.createDirectories(directory);
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--cluster-enabled",
                "yes",
                "--cluster-node-timeout",
                "2000",
                "--save",
                "",
                "--dir",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("redis.log").toFile())
            .start();
    return new Node(port, process, new RedisProbe(port, ""));
  }

  private void join() {
    nodes.forEach(node -> await(node.probe()::isReady));
    int number = 0;
    for (Node node : nodes.subList(0, MASTERS)) {
      int from = SLOTS * number / MASTERS;
      int to = SLOTS * (number + 1) / MASTERS;
      node.probe().ask(redis -> redis.clusterAddSlots(IntStream.range(from, to).toArray()));
      number++;
    }
    Node first = nodes.getFirst();
    nodes.stream()
        .skip(1)
        .forEach(node -> first.probe().ask(redis -> redis.clusterMeet("127.0.0.1", node.port())));
    nodes.forEach(node -> await(() -> servesAllSlots(node)));
  }

  private void replicate(Node master, Node replica) {
    String id = master.probe().ask(redis -> redis.clusterMyId());
    await(() -> replica.probe().ask(redis -> redis.clusterNodes()).contains(id));
    replica.probe().ask(redis -> redis.clusterReplicate(id));
    await(
        () ->
            replica
                .probe()
                .ask(redis -> redis.info("replication"))
                .contains("master_link_status:up"));
  }

  private static boolean servesAllSlots(Node node) {
    return node.probe().ask(redis -> redis.clusterInfo()).contains("cluster_state:ok");
  }

  private static void await(BooleanSupplier yes) {
    if (!RedisProbe.waitUntil(yes, START_MAX)) {
      throw new IllegalStateException("the cluster did not come up in " + START_MAX);
    }
  }
}
