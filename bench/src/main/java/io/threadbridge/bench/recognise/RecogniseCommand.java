package io.threadbridge.bench.recognise;

import io.threadbridge.bridge.recognition.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench/run recognise`: how well greetings and farewells are told from everything else, on
/// recorded customers with labels.
@Command(
    name = "recognise",
    description = "Prints how well greetings and farewells are recognised in labelled lines.",
    mixinStandardHelpOptions = true)
public final class RecogniseCommand implements Callable<Integer> {
  private static final String TOGETHER = "all";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "*.tsv files of MultiDoGO.")
  private List<Path> files = List.of();

  @Option(names = "--check", description = "Ends with 1 if the files together miss a target.")
  private boolean checks;

  @Option(
      names = "--held-out",
      description = "Reads each file also with only the words that the other files need.")
  private boolean holdsOut;

  private final LongSupplier nanos;

  /// Measured with the machine's clock.
  public RecogniseCommand() {
    this(System::nanoTime);
  }

  /// @param nanos a clock that measures
  RecogniseCommand(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Integer call() {
    SequencedMap<String, List<Utterance>> byFile = new LinkedHashMap<>();
    files.forEach(file -> byFile.put(file.toString(), read(file)));
    if (holdsOut && byFile.size() < 2) {
      throw new ParameterException(spec.commandLine(), "--held-out needs two files or more");
    }
    Words words = Words.standard();
    byFile.values().forEach(lines -> warmUp(lines, words));
    Figures together = print("", byFile, _ -> words);
    if (holdsOut) {
      Map<String, Words> without = new LinkedHashMap<>();
      byFile.keySet().forEach(file -> without.put(file, wordsWithout(file, byFile)));
      Figures _ = print("held out: ", byFile, file -> without.getOrDefault(file, words));
    }
    return verdict(together.missed());
  }

  private void warmUp(List<Utterance> lines, Words words) {
    var _ = Judged.all(lines, words, nanos);
  }

  private static Words wordsWithout(String file, SequencedMap<String, List<Utterance>> byFile) {
    Map<String, List<Utterance>> others = new LinkedHashMap<>(byFile);
    others.remove(file);
    return HeldOut.neededFor(others.values());
  }

  private Figures print(
      String heading, SequencedMap<String, List<Utterance>> byFile, Function<String, Words> words) {
    Map<String, List<Judged>> judged = new LinkedHashMap<>();
    byFile.forEach((file, lines) -> judged.put(file, Judged.all(lines, words.apply(file), nanos)));
    Figures together = Figures.of(judged.values().stream().flatMap(List::stream).toList());
    Map<String, Figures> columns = new LinkedHashMap<>();
    columns.put(heading + TOGETHER, together);
    judged.forEach(
        (file, lines) -> columns.put(heading + Path.of(file).getFileName(), Figures.of(lines)));
    say(Table.of(columns));
    return together;
  }

  private List<Utterance> read(Path file) {
    try {
      return Utterance.of(Files.readString(file));
    } catch (IOException broken) {
      throw new ParameterException(spec.commandLine(), file + " cannot be read", broken);
    } catch (IllegalArgumentException malformed) {
      throw new ParameterException(
          spec.commandLine(), file + ": " + malformed.getMessage(), malformed);
    }
  }

  private int verdict(List<String> missed) {
    say(missed.isEmpty() ? "All targets are met." : "Missed: " + String.join(", ", missed));
    return checks && !missed.isEmpty() ? 1 : 0;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
