package io.threadbridge.bridge.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The table of events and states, as the rules answer it: found by walking, not by hand.
final class EventsAndStates {
  private static final List<String> ORDER =
      List.of(
          "NotStarted",
          "Waiting",
          "Promised",
          "Answered",
          "Ending",
          "Deferred",
          "Closed",
          "Erased");

  static final List<String> STATES =
      Stream.of(Conversation.class.getPermittedSubclasses())
          .flatMap(
              type ->
                  type == Conversation.Started.class
                      ? Stream.of(Conversation.Started.class.getPermittedSubclasses())
                      : Stream.of(type))
          .map(Class::getSimpleName)
          .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
          .toList();

  private static final int WALKS = 1_500;
  private static final int STEPS = 500;

  private static final Map<String, Map<String, Cell>> TABLE = walk();

  private EventsAndStates() {}

  /// What came of one event in one state: the states that followed, and how often it was tried.
  record Cell(TreeSet<String> outcomes, int visits) {
    Cell with(String outcome) {
      TreeSet<String> all = new TreeSet<>(outcomes);
      all.add(outcome);
      return new Cell(all, visits + 1);
    }
  }

  private static int rank(String state) {
    return ORDER.indexOf(state);
  }

  private static List<Class<?>> events(Class<?> family) {
    return Stream.of(family.getPermittedSubclasses())
        .<Class<?>>flatMap(type -> type.isInterface() ? events(type).stream() : Stream.of(type))
        .toList();
  }

  /// Rows by event, cells by state.
  static Map<String, Map<String, Cell>> walked() {
    return TABLE;
  }

  private static Map<String, Map<String, Cell>> walk() {
    Map<String, Map<String, Cell>> table = new LinkedHashMap<>();
    for (Class<?> family : ConversationEvent.class.getPermittedSubclasses()) {
      for (Class<?> event : events(family)) {
        Map<String, Cell> row = new LinkedHashMap<>();
        STATES.forEach(state -> row.put(state, new Cell(new TreeSet<>(), 0)));
        table.put(family.getSimpleName() + "." + event.getSimpleName(), row);
      }
    }
    ConversationRules rules = new ConversationRules(Policy.DEFAULT);
    for (int seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed, rules::decide);
      for (int i = 0; i < STEPS; i++) {
        enter(table, walk.step());
      }
    }
    for (String state : STATES) {
      everywhere(table, rules, state);
    }
    return table;
  }

  /// The walk's clock strikes only where something is due; elsewhere a late wake-up may still come.
  private static void everywhere(
      Map<String, Map<String, Cell>> table, ConversationRules rules, String state) {
    for (int seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed, rules::decide);
      for (int i = 0; i < 60; i++) {
        Walk.Step step = walk.step();
        if (step.before().getClass().getSimpleName().equals(state)) {
          TimeEvent.Woke woke = new TimeEvent.Woke(step.event().at(), step.facts(), SiteFacts.OPEN);
          enter(
              table,
              new Walk.Step(step.before(), woke, rules.decide(step.before(), woke), step.facts()));
          break;
        }
      }
    }
  }

  private static void enter(Map<String, Map<String, Cell>> table, Walk.Step step) {
    Class<?> event = step.event().getClass();
    String name = event.getEnclosingClass().getSimpleName() + "." + event.getSimpleName();
    Objects.requireNonNull(table.get(name))
        .compute(state(step.before()), (_, cell) -> cell.with(outcome(step)));
  }

  private static String outcome(Walk.Step step) {
    return switch (step.decision()) {
      case Decision.Move move ->
          state(move.next()).equals(state(step.before())) ? "stays" : state(move.next());
      case Decision.Snooze _ -> "snooze";
      case Decision.Ignore _ -> "–";
      case Decision.Anew _ -> "anew";
    };
  }

  private static String state(Conversation conversation) {
    return conversation.getClass().getSimpleName();
  }

  /// The table in Markdown.
  static String markdown() {
    StringBuilder text = new StringBuilder("| event | " + String.join(" | ", STATES) + " |\n");
    text.append("|---".repeat(STATES.size() + 1)).append("|\n");
    walked()
        .forEach(
            (event, row) -> {
              text.append("| `").append(event).append("` |");
              row.values()
                  .forEach(
                      cell ->
                          text.append(' ').append(String.join(", ", cell.outcomes())).append(" |"));
              text.append('\n');
            });
    return text.toString();
  }
}
