package io.threadbridge.bench.year;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run year`: a year of firms, their staff and their visitors, and one page of figures.
@Command(
    name = "year",
    description = "Simulates a year of firms and their visitors, with the rules and without them.",
    mixinStandardHelpOptions = true)
public final class YearCommand implements Callable<Integer> {
  private static final int SWITCHED_OFF_FIRMS = 2;
  private static final int SWITCHED_OFF_CONVERSATIONS = 500;

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

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    Tally year = simulate(Variation.NONE, firms, conversations, seed);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Map<Variation, Tally> without = new EnumMap<>(Variation.class);
    for (Variation variation : Variation.values()) {
      if (variation != Variation.NONE) {
        without.put(
            variation, simulate(variation, SWITCHED_OFF_FIRMS, SWITCHED_OFF_CONVERSATIONS, seed));
      }
    }
    spec.commandLine().getOut().print(Page.of(firms, conversations, took, year, without));
    spec.commandLine().getOut().flush();
    return Page.isGood(year, without) ? 0 : 1;
  }

  /// The tally of so many firms with so many conversations each.
  static Tally simulate(Variation variation, int firms, int conversations, long seed) {
    Tally tally = new Tally();
    List<Firm> all =
        IntStream.range(0, firms)
            .mapToObj(i -> new Firm(seed * 1_000 + i, variation, tally))
            .toList();
    Stream<Firm> sideBySide = all.parallelStream();
    sideBySide.forEach(firm -> firm.live(conversations));
    return tally;
  }
}
