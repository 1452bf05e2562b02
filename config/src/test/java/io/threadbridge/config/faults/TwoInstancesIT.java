package io.threadbridge.config.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two programs on one Redis: visitors on either, Slack's events at either, and one of them dies.
final class TwoInstancesIT {
  private static final Traffic.Plan PLAN =
      new Traffic.Plan(24, Duration.ofMillis(400), 12, Duration.ofMillis(500), true);

  @TempDir private Path directory;

  @Test
  void nothingIsLostOrDoubledThoughOneOfTwoDies() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(directory.resolve("redis"));
        Slack slack = new Slack();
        Program one = program("one", slack, redis);
        Program other = program("other", slack, redis)) {
      one.launch();
      other.launch();
      one.awaitReady();
      other.awaitReady();
      AtomicReference<URI> first = new AtomicReference<>(one.address());
      List<Supplier<URI>> places = List.of(first::get, other::address, first::get, other::address);
      try (Traffic traffic = new Traffic(slack, "t", places, PLAN)) {
        Until.yes("traffic", () -> traffic.accepted() >= 16, other::lastWords);
        first.set(other.address());
        one.kill();
        assertThat(traffic.isOver()).as("it died amid the traffic").isFalse();
        traffic.assertAllCameOnceAndInOrder(other::lastWords);
        Books.assertAgree(redis.url());
      }
    }
  }

  private Program program(String name, Slack slack, EmbeddedRedis redis) {
    return new Program(directory, name, slack, "--threadbridge.redis.url=" + redis.url());
  }
}
