package io.threadbridge.bench.replay;

import io.threadbridge.bench.replay.DeskThread.Shown;
import io.threadbridge.bench.replay.Fault.Kind;
import io.threadbridge.bench.replay.Played.Heard;
import io.threadbridge.bench.replay.Played.Said;
import io.threadbridge.bridge.application.VisitorText;
import io.threadbridge.bridge.conversation.InternalTalk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds what visitors said and heard against what stands in the desk's threads.
final class Checker {
  private final Map<String, List<DeskThread>> threads;
  private final List<Fault> faults = new ArrayList<>();

  private Checker(Map<String, List<DeskThread>> threads) {
    this.threads = threads;
  }

  /// Everything that is wrong.
  ///
  /// @param threads by the visitor's name
  static List<Fault> check(List<Played> all, Map<String, List<DeskThread>> threads) {
    Checker checker = new Checker(threads);
    Set<String> expected = new HashSet<>();
    for (Played played : all) {
      expected.add(played.script().visitor());
      checker.check(played);
    }
    threads.keySet().stream()
        .filter(visitor -> !expected.contains(visitor))
        .forEach(visitor -> checker.fault(Kind.ALTERED, visitor, "a thread of nobody's"));
    return List.copyOf(checker.faults);
  }

  /// The line as the thread must show it: without what cannot be read.
  static String expected(Said said) {
    return VisitorText.clean(said.text());
  }

  private void check(Played played) {
    String visitor = played.script().visitor() + " (" + played.script().dialogue().id() + ")";
    played.troubles().forEach(trouble -> fault(Kind.TROUBLE, visitor, trouble));
    List<DeskThread> found = threads.getOrDefault(played.script().visitor(), List.of());
    if (found.isEmpty() && played.said().isEmpty()) {
      return;
    }
    if (found.size() != 1) {
      Kind kind = found.isEmpty() ? Kind.LOST : Kind.DOUBLED;
      fault(kind, visitor, found.size() + " threads for " + played.said().size() + " lines");
      return;
    }
    check(visitor, played, found.getFirst());
  }

  private void check(String visitor, Played played, DeskThread thread) {
    if (!thread.channel().equals(played.script().channel())) {
      fault(Kind.ALTERED, visitor, "its thread is in " + thread.channel());
    }
    if (!thread.textsAgree()) {
      fault(Kind.ALTERED, visitor, "a post's plain text says something else than its blocks");
    }
    List<String> said = played.said().stream().map(Checker::expected).toList();
    List<String> shown = thread.lines().stream().map(Shown::text).toList();
    faults.addAll(Comparison.of(visitor + " to the desk", said, shown));
    List<String> answers = thread.answers().stream().map(Checker::forVisitor).toList();
    List<String> heard = played.answers().stream().map(Heard::text).toList();
    faults.addAll(Comparison.of(visitor + " from the desk", answers, heard));
  }

  /// An answer repeats the visitor's words, and so a line of it may look like an internal note.
  static String forVisitor(Shown answer) {
    return InternalTalk.wordsForTheVisitor(answer.text().strip()).orElse("");
  }

  private void fault(Kind kind, String where, String detail) {
    faults.add(new Fault(kind, where, detail));
  }
}
