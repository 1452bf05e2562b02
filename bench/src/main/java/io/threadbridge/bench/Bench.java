package io.threadbridge.bench;

import io.threadbridge.bench.recognise.RecogniseCommand;
import io.threadbridge.bench.recount.FiguresCommand;
import io.threadbridge.bench.recount.RecountCommand;
import io.threadbridge.bench.replay.ReplayCommand;
import io.threadbridge.bench.year.DecideCommand;
import io.threadbridge.bench.year.YearCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line behind `bench/run`. It ends with 0, with 1 if a run found something wrong, and
/// with 2 if it was asked for something that it does not have.
@Command(
    name = "bench/run",
    description = "Load programs; run by hand, each ends by itself.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      ReplayCommand.class,
      RecogniseCommand.class,
      YearCommand.class,
      RecountCommand.class,
      FiguresCommand.class,
      DecideCommand.class
    })
public final class Bench {
  /// Runs one program.
  public static void main(String... arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
