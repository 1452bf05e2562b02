package io.threadbridge.bench.recount;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisFiguresStore;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run figures`: what the figures of a busy site cost, in Redis and to read.
@Command(
    name = "figures",
    description = "Measures what the figures of a site cost.",
    mixinStandardHelpOptions = true)
public final class FiguresCommand implements Callable<Integer> {
  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 1);
  private static final long MEGABYTE = 1_000_000;
  private static final int READS = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--conversations",
      defaultValue = "50000",
      description = "How many conversations the days have (50000).")
  private int conversations = 50_000;

  @Option(names = "--days", defaultValue = "31", description = "How many days (31).")
  private int days = 31;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("figures");
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder);
        RedisConnections connections = RedisConnections.open(redis.url())) {
      RedisFiguresStore figures = new RedisFiguresStore(connections);
      long begin = System.nanoTime();
      new BusySite().fill(figures, BEGIN, days, conversations);
      Duration filled = Duration.ofNanos(System.nanoTime() - begin);
      say(
          "%,d conversations on %d days, counted in %.1f s"
              .formatted(conversations, days, seconds(filled)));
      long bytes = memory(redis.url());
      say(
          "in Redis: %.2f MB, a year of it %.2f MB"
              .formatted(megabytes(bytes), megabytes(bytes * 365 / days)));
      tell(figures);
    }
    return 0;
  }

  /// The first is what a program that has just started needs.
  private void tell(FiguresStore figures) {
    LocalDate last = BEGIN.plusDays(days - 1L);
    ReportCost reports = new ReportCost(figures, last);
    for (int i = 0; i < READS; i++) {
      cost(
          "reading " + days + " days",
          () -> figures.read(BusySite.NAME, Optional.empty(), BEGIN, last));
      cost("report of a month", reports::month);
      cost("today and a week, with pictures", reports::home);
    }
  }

  private void cost(String what, Supplier<?> work) {
    long before = allocated();
    long begin = System.nanoTime();
    Objects.requireNonNull(work.get());
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    double megabytes = megabytes(allocated() - before);
    say("%s: %,d ms, %.1f MB allocated by it".formatted(what, took.toMillis(), megabytes));
  }

  /// What `MEMORY USAGE` says of every key of the figures, all of their elements looked at.
  private static long memory(String url) {
    try (RedisClient client = RedisClient.create(url);
        StatefulRedisConnection<String, String> connection = client.connect()) {
      RedisCommands<String, String> redis = connection.sync();
      return redis.keys("tb:{*}:figures*").stream().mapToLong(key -> used(redis, key)).sum();
    }
  }

  private static long used(RedisCommands<String, String> redis, String key) {
    CommandArgs<String, String> everyElement =
        new CommandArgs<>(StringCodec.UTF8).add("USAGE").addKey(key).add("SAMPLES").add(0);
    return redis.dispatch(CommandType.MEMORY, new IntegerOutput<>(StringCodec.UTF8), everyElement);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getTotalThreadAllocatedBytes();
  }

  private static double megabytes(long bytes) {
    return bytes / (double) MEGABYTE;
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1_000.0;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
