package io.threadbridge.bench.recognise;

import io.threadbridge.bench.replay.TabSeparated;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One line of a recorded customer with its labels.
///
/// @param first whether it is the first of its conversation
/// @param labels what its readers say that it is; several at times
record Utterance(String text, boolean first, Set<String> labels) {
  private static final List<String> COLUMNS =
      List.of("conversationId", "turnNumber", "utteranceId", "utterance", "slot-labels", "intent");
  private static final int CONVERSATION = 0;
  private static final int TEXT = 3;
  private static final int LABELS = 5;
  private static final String BETWEEN_LABELS = "<div>";

  /// Labels of what asks for nothing.
  private static final Set<String> NO_REQUEST =
      Set.of(
          "openinggreeting",
          "thankyou",
          "closinggreeting",
          "rejection",
          "contentonly",
          "confirmation",
          "outofdomain");

  Utterance {
    labels = Set.copyOf(labels);
  }

  /// The lines of one file, in its order.
  ///
  /// @throws IllegalArgumentException if the file has not the columns of such files
  static List<Utterance> of(String file) {
    List<List<String>> rows = TabSeparated.rows(file);
    if (rows.isEmpty() || !rows.getFirst().equals(COLUMNS)) {
      throw new IllegalArgumentException("the first row must name " + String.join(", ", COLUMNS));
    }
    Set<String> begun = new HashSet<>();
    List<Utterance> utterances = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != COLUMNS.size()) {
        throw new IllegalArgumentException(row.size() + " columns at " + row.getFirst());
      }
      Set<String> labels = Set.of(row.get(LABELS).split(BETWEEN_LABELS, -1));
      utterances.add(new Utterance(row.get(TEXT), begun.add(row.get(CONVERSATION)), labels));
    }
    return List.copyOf(utterances);
  }

  boolean is(String label) {
    return labels.contains(label);
  }

  /// Whether a customer begins with what they want.
  boolean isStatedAtOnce() {
    return first && labels.stream().anyMatch(label -> !NO_REQUEST.contains(label));
  }
}
