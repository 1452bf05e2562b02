package io.threadbridge.bench.recognise;

import io.threadbridge.bridge.recognition.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

  @Override
  public Integer call() {
    List<Utterance> all = new ArrayList<>();
    Map<String, List<Utterance>> byFile = new LinkedHashMap<>();
    for (Path file : files) {
      List<Utterance> lines = read(file);
      byFile.put(file.toString(), lines);
      all.addAll(lines);
    }
    Words words = Words.standard();
    Map<String, Figures> columns = new LinkedHashMap<>();
    columns.put(TOGETHER, Figures.of(all, words, System::nanoTime)); // warms up
    byFile.forEach(
        (file, lines) ->
            columns.put(
                Path.of(file).getFileName().toString(),
                Figures.of(lines, words, System::nanoTime)));
    Figures together = Figures.of(all, words, System::nanoTime);
    columns.put(TOGETHER, together);
    say(Table.of(columns));
    return verdict(together.missed());
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
