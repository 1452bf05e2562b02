package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.Fault.Kind;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench/run replay`: recorded customers against the program, with the sandbox's staff answering.
@Command(
    name = "replay",
    description =
        "Plays recorded conversations and checks that nothing is lost, doubled or altered.",
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
  private static final int FAULTS_SHOWN_MAX = 200;
  private static final int MINUTES_MAX = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATA_FOLDER", description = "Holds the *.tsv files of MultiDoGO.")
  private Path data = Path.of("");

  @ArgGroup private Limits limits = new Limits();

  /// One or the other.
  static final class Limits {
    @Option(
        names = "--limited",
        description = "Ten channels at one post a second; visitors type on without waiting.")
    private boolean limited;

    @Option(
        names = "--lifted",
        description = "Without the platform's rates (default); visitors wait for each answer.")
    private boolean lifted;

    boolean isLimited() {
      return limited && !lifted;
    }
  }

  @Option(
      names = "--conversations",
      paramLabel = "N",
      defaultValue = "300",
      description = "So many at a time (default ${DEFAULT-VALUE}).")
  private int atOnce;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "4",
      description = "Nobody says anything after this; 5 at most (default ${DEFAULT-VALUE}).")
  private double minutes;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "A new folder for logs and data (default: a temporary one).")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (atOnce < 1 || !(minutes > 0 && minutes <= MINUTES_MAX)) {
      throw new ParameterException(
          spec.commandLine(), "At least one conversation, and at most 5 minutes.");
    }
    List<Dialogue> dialogues = Dialogues.read(data);
    long lines = dialogues.stream().mapToLong(dialogue -> dialogue.lines().size()).sum();
    say("%,d conversations with %,d lines that are not empty".formatted(dialogues.size(), lines));
    Outcome outcome = play(dialogues);
    say(Report.of(outcome));
    List<Fault> faults = new ArrayList<>(Checker.check(outcome.played(), outcome.threads()));
    if (limits.isLimited() && Report.refusals(outcome) > 0) {
      String methods = outcome.counters().path("rate_limited").toString();
      faults.add(new Fault(Kind.TROUBLE, "the sandbox", "refused for rate: " + methods));
    }
    return verdict(faults);
  }

  private Outcome play(List<Dialogue> dialogues) throws IOException, InterruptedException {
    InstantSource clock = InstantSource.system();
    Path place = folder.toString().isEmpty() ? Files.createTempDirectory("replay") : folder;
    say("logs and data: " + place.toAbsolutePath());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
        Stage stage = Stage.start(http, place.toAbsolutePath(), limits.isLimited(), clock)) {
      say("playing, " + atOnce + " at a time");
      Duration length = Duration.ofMillis(Math.round(minutes * Duration.ofMinutes(1).toMillis()));
      return new Replay(stage, limits.isLimited(), atOnce, clock).run(dialogues, length);
    }
  }

  private int verdict(List<Fault> faults) {
    if (faults.isEmpty()) {
      say("Every line reached its thread once, in order and unaltered; so did every answer.");
      return 0;
    }
    faults.stream().limit(FAULTS_SHOWN_MAX).forEach(fault -> say(fault.toString()));
    say(faults.size() + " faults");
    return 1;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
