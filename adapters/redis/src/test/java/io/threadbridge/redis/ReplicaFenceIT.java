package io.threadbridge.redis;

import static io.threadbridge.redis.Given.ID;
import static io.threadbridge.redis.Given.NOON;
import static io.threadbridge.redis.Given.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.port.Saved;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step that no replica has is not acknowledged.
final class ReplicaFenceIT {
  @TempDir private Path directory;

  @Test
  void aStepThatNoReplicaConfirmsIsRefusedAndHarmlessToRepeat() throws IOException {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory)) {
      Process replica = startReplica(master);
      try (RedisConnections redis = RedisConnections.open(master.url())) {
        Eventually.yes(
            () -> Replies.await(redis.commands().info("replication")).contains("state=online"));
        RedisConversationStore store = new RedisConversationStore(redis);
        store.create(Given.notStarted(ID), NOON.plus(Duration.ofDays(1)));
        assertThat(store.save(step(1, "a").save())).isEqualTo(Saved.DONE);

        Signals.freeze(replica.pid());
        assertThatThrownBy(() -> store.save(step(2, "b").save()))
            .isInstanceOf(StoreUnavailable.class)
            .hasMessageContaining("replica");
        Signals.thaw(replica.pid());

        assertThat(store.save(step(2, "b").save())).isEqualTo(Saved.ALREADY_HANDLED);
      } finally {
        replica.destroyForcibly();
      }
    }
  }

  @Test
  void manyStepsShareAFewWaits() throws Exception {
    try (EmbeddedRedis master = EmbeddedRedis.start(directory)) {
      Process replica = startReplica(master);
      try (RedisConnections redis = RedisConnections.open(master.url());
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Eventually.yes(
            () -> Replies.await(redis.commands().info("replication")).contains("state=online"));
        RedisVisitorTokens tokens = new RedisVisitorTokens(redis);
        List<Callable<String>> steps =
            IntStream.range(0, 500)
                .<Callable<String>>mapToObj(_ -> () -> tokens.issue(ID, NOON))
                .toList();
        for (Future<String> issued : threads.invokeAll(steps)) {
          assertThat(issued.get()).isNotEmpty();
        }

        assertThat(waits(redis)).isBetween(1, 400);
      } finally {
        replica.destroyForcibly();
      }
    }
  }

  private static int waits(RedisConnections redis) {
    return Replies.await(redis.commands().info("commandstats"))
        .lines()
        .filter(line -> line.startsWith("cmdstat_wait:calls="))
        .map(line -> line.substring("cmdstat_wait:calls=".length(), line.indexOf(',')))
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private Process startReplica(EmbeddedRedis master) throws IOException {
    Path program;
    try (Stream<Path> files = Files.list(directory)) {
      program =
          files
              .filter(file -> file.getFileName().toString().startsWith("redis-server-"))
              .findFirst()
              .orElseThrow();
    }
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String password = URI.create(master.url()).getUserInfo().substring(1);
    Path files = Files.createDirectory(directory.resolve("replica"));
    Path settings = files.resolve("redis.conf");
    Files.writeString(
        settings,
        """
        bind 127.0.0.1
        port %d
        save ""
        dir "%s"
        replicaof 127.0.0.1 %d
        masterauth %s
        """
            .formatted(port, files, master.port(), password));
    return new ProcessBuilder(program.toString(), settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(files.resolve("redis.log").toFile())
        .start();
  }
}
