package io.threadbridge.bench.replay;

import io.threadbridge.bridge.application.VisitorText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Recorded customers from the `*.tsv` files of a folder. Columns: conversation, turn, utterance's
/// id, utterance, slot labels, intent; the first row names them.
final class Dialogues {
  private static final int COLUMNS = 6;
  private static final int CONVERSATION = 0;
  private static final int UTTERANCE = 3;

  private Dialogues() {}

  /// All dialogues of all files, one file after the other in turn, so that a run that is cut short
  /// has played some of each.
  ///
  /// @throws IOException if the folder has no such files or one cannot be read
  static List<Dialogue> read(Path folder) throws IOException {
    List<List<Dialogue>> files = new ArrayList<>();
    for (Path file : files(folder)) {
      files.add(of(Files.readString(file)));
    }
    if (files.isEmpty()) {
      throw new IOException(folder + " holds no *.tsv files");
    }
    return inTurn(files);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }

  /// The dialogues of one file, in the order in which they begin. Lines without anything to read
  /// are left out, and so is a dialogue without lines.
  ///
  /// @throws IllegalArgumentException if a row has not the six columns
  static List<Dialogue> of(String file) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    List<List<String>> rows = TabSeparated.rows(file);
    for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
      if (row.size() != COLUMNS) {
        throw new IllegalArgumentException(row.size() + " columns at " + row.getFirst());
      }
      if (!VisitorText.clean(row.get(UTTERANCE)).isEmpty()) {
        lines
            .computeIfAbsent(row.get(CONVERSATION), _ -> new ArrayList<>())
            .add(row.get(UTTERANCE));
      }
    }
    return lines.entrySet().stream()
        .map(entry -> new Dialogue(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static List<Dialogue> inTurn(List<List<Dialogue>> files) {
    int longest = files.stream().mapToInt(List::size).max().orElse(0);
    List<Dialogue> all = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      for (List<Dialogue> file : files) {
        if (i < file.size()) {
          all.add(file.get(i));
        }
      }
    }
    return List.copyOf(all);
  }
}
