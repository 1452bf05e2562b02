package io.threadbridge.bench.recount;

import io.threadbridge.bench.year.CountedYear;
import io.threadbridge.redis.RedisConnections;
import io.threadbridge.redis.RedisFiguresStore;
import io.threadbridge.redis.RedisJournals;
import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run recount`: recomputes every figure from the journals, of a simulated year or of what a
/// program has left in its Redis, and compares.
@Command(
    name = "recount",
    description = "Recomputes every figure from the journals and compares.",
    mixinStandardHelpOptions = true)
public final class RecountCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--firms", defaultValue = "100", description = "How many firms (100).")
  private int firms = 100;

  @Option(
      names = "--conversations",
      defaultValue = "2000",
      description = "How many conversations each has (2000).")
  private int conversations = 2_000;

  @Option(names = "--seed", defaultValue = "1", description = "Another year (1).")
  private long seed = 1;

  @Option(
      names = "--redis",
      defaultValue = "",
      description = "Instead of a year: this Redis, such as redis://localhost:6379.")
  private String redis = "";

  @Option(
      names = "--data-dir",
      defaultValue = "",
      description = "Instead of a year: the embedded Redis of this folder, such as a replay's.")
  private String dataDir = "";

  @Override
  public Integer call() {
    if (!dataDir.isEmpty()) {
      try (EmbeddedRedis embedded = EmbeddedRedis.start(Path.of(dataDir))) {
        return told(List.of(ofRedis(embedded.url())));
      }
    }
    return told(redis.isEmpty() ? ofYear() : List.of(ofRedis(redis)));
  }

  private List<Recount> ofYear() {
    return CountedYear.live(firms, conversations, seed).toList();
  }

  private static Recount ofRedis(String url) {
    try (RedisConnections connections = RedisConnections.open(url)) {
      return Recount.of(new RedisJournals(connections)).compare(new RedisFiguresStore(connections));
    }
  }

  private int told(List<Recount> recounts) {
    List<String> differences =
        recounts.stream().flatMap(recount -> recount.differences().stream()).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d conversations, %,d facts, %,d numbers compared, %,d of them differ%n",
        sum(recounts.stream().map(Recount::conversations)),
        sum(recounts.stream().map(Recount::facts)),
        sum(recounts.stream().map(Recount::numbers)),
        differences.size());
    differences.forEach(out::println);
    out.flush();
    return differences.isEmpty() ? 0 : 1;
  }

  private static long sum(Stream<Long> numbers) {
    return numbers.mapToLong(Long::longValue).sum();
  }
}
