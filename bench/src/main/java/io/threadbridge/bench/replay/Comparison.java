package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.Fault.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares what was said with what was shown: once each, in order, equal.
final class Comparison {
  private final String where;
  private final List<String> said;
  private final List<String> shown;
  private final List<Fault> faults = new ArrayList<>();

  private Comparison(String where, List<String> said, List<String> shown) {
    this.where = where;
    this.said = said;
    this.shown = shown;
  }

  /// What is wrong with `shown`; nothing if it is exactly what was said.
  static List<Fault> of(String where, List<String> said, List<String> shown) {
    return said.equals(shown) ? List.of() : new Comparison(where, said, shown).faults();
  }

  private List<Fault> faults() {
    missing(said, shown).forEach(position -> fault(Kind.LOST, position));
    for (int position : missing(shown, said)) {
      boolean known = said.contains(shown.get(position));
      fault(known ? Kind.DOUBLED : Kind.ALTERED, position);
    }
    if (faults.isEmpty()) {
      fault(Kind.SWAPPED, firstDifference());
    }
    return List.copyOf(faults);
  }

  /// Positions of what `these` has more often than `those`.
  private static List<Integer> missing(List<String> these, List<String> those) {
    Map<String, Integer> left = new HashMap<>();
    those.forEach(text -> left.merge(text, 1, Integer::sum));
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < these.size(); i++) {
      if (left.merge(these.get(i), -1, Integer::sum) < 0) {
        positions.add(i);
      }
    }
    return positions;
  }

  private int firstDifference() {
    int i = 0;
    while (said.get(i).equals(shown.get(i))) {
      i++;
    }
    return i;
  }

  private void fault(Kind kind, int position) {
    String sizes = said.size() + " said, " + shown.size() + " shown";
    faults.add(new Fault(kind, where, "at " + (position + 1) + " (" + sizes + ")"));
  }
}
