package io.threadbridge.bench.year;

import java.util.Collection;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench/run decide`: how long the rules take, with JMH.
@Command(
    name = "decide",
    description = "Measures one decision of the rules over the events of a simulated year (JMH).",
    mixinStandardHelpOptions = true)
public final class DecideCommand implements Callable<Integer> {
  /// What the median must stay under.
  private static final double LIMIT_NANOS = 2_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DecideBenchmark.class.getName())
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(5))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(5))
                    .build())
            .run();
    Statistics nanos = results.iterator().next().getPrimaryResult().getStatistics();
    double median = nanos.getPercentile(50);
    spec.commandLine()
        .getOut()
        .printf(
            "decide: median %.0f ns, 99th percentile %.0f ns, %d decisions%n",
            median, nanos.getPercentile(99), nanos.getN());
    spec.commandLine().getOut().flush();
    return median < LIMIT_NANOS ? 0 : 1;
  }
}
