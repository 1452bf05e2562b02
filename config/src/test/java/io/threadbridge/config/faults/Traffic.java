package io.threadbridge.config.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Visitors who write and a member of staff who answers while faults happen, and the count of what
/// went in and what came out.
final class Traffic implements AutoCloseable {
  /// How much is said.
  ///
  /// @param messages of each visitor
  /// @param between two of them
  /// @param answers to each visitor
  /// @param betweenAnswers two rounds of them
  /// @param patient the staff wait until the visitor has the last answer: where events can arrive
  ///     over two ways, only that fixes their order
  record Plan(
      int messages, Duration between, int answers, Duration betweenAnswers, boolean patient) {}

  private final Slack slack;
  private final List<Visitor> visitors = new ArrayList<>();
  private final Plan plan;

  /// The answers given so far, by visitor; changed by the staff's thread only.
  private final Map<String, Integer> answered = new HashMap<>();

  private final Thread staff;
  private volatile boolean allAnswered;
  private volatile boolean over;
  private volatile @Nullable Throwable failure;

  /// Begins at once.
  ///
  /// @param name of the visitors, before their numbers
  /// @param program where the visitor of this number finds the program, now
  Traffic(Slack slack, String name, List<Supplier<URI>> program, Plan plan) {
    this.slack = slack;
    this.plan = plan;
    for (int number = 1; number <= program.size(); number++) {
      visitors.add(
          new Visitor(name + number, program.get(number - 1), plan.messages(), plan.between()));
    }
    this.staff = Thread.ofVirtual().name("staff").start(this::answerAll);
  }

  /// Anna answers each visitor in turn, in the newest thread, beside whatever else happens.
  private void answerAll() {
    try {
      while (!over && !allAnswered) {
        Map<String, List<String>> cards = slack.cards();
        for (Visitor visitor : visitors) {
          answerOne(visitor, cards.getOrDefault(visitor.name(), List.of()));
        }
        allAnswered = visitors.stream().allMatch(v -> given(v.name()) == plan.answers());
        LockSupport.parkNanos(plan.betweenAnswers().toNanos());
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void answerOne(Visitor visitor, List<String> cards) {
    int given = given(visitor.name());
    boolean waits = plan.patient() && visitor.heard().size() < given;
    if (!over && !waits && !cards.isEmpty() && given < plan.answers()) {
      String _ = slack.answer(cards.getLast(), answer(visitor.name(), given + 1));
      answered.put(visitor.name(), given + 1);
    }
  }

  private int given(String visitor) {
    return answered.getOrDefault(visitor, 0);
  }

  private static String answer(String visitor, int number) {
    return "Answer " + number + " to " + visitor;
  }

  /// Whether the visitors have said everything and the staff too; the fault should have come by
  /// then.
  boolean isOver() {
    Throwable failed = failure;
    if (failed != null) {
      throw new AssertionError("the staff failed", failed);
    }
    return allAnswered && visitors.stream().allMatch(Visitor::hasSaidAll);
  }

  /// How many messages have been accepted by now.
  int accepted() {
    return visitors.stream().mapToInt(Visitor::accepted).sum();
  }

  /// Waits until everything has come out, and asserts that it came once and in order.
  void assertAllCameOnceAndInOrder(Supplier<String> told) {
    Until.yes("everything is said", this::isOver, () -> accepted() + " accepted; " + told.get());
    Until.yes("everything has come", this::hasAllCome, () -> counts() + "; " + told.get());
    List<Integer> numbers = IntStream.rangeClosed(1, plan.messages()).boxed().toList();
    List<Integer> answers = IntStream.rangeClosed(1, plan.answers()).boxed().toList();
    for (Visitor visitor : visitors) {
      String name = visitor.name();
      List<String> cards = slack.cards().getOrDefault(name, List.of());
      assertThat(cards).as("cards of %s", name).hasSize(1);
      assertThat(slack.numbers(name, cards.getFirst()))
          .as("in the thread of %s", name)
          .isEqualTo(numbers);
      assertThat(visitor.heard())
          .as("at %s", name)
          .isEqualTo(answers.stream().map(number -> answer(name, number)).toList());
      assertThat(visitor.said())
          .as("of %s at itself", name)
          .isEqualTo(numbers.stream().map(number -> name + "-" + number).toList());
    }
  }

  private boolean hasAllCome() {
    Map<String, List<String>> cards = slack.cards();
    return visitors.stream()
        .allMatch(
            visitor ->
                visitor.heard().size() >= plan.answers()
                    && visitor.said().size() >= plan.messages()
                    && inThreads(visitor.name(), cards).size() >= plan.messages());
  }

  private List<Integer> inThreads(String visitor, Map<String, List<String>> cards) {
    return cards.getOrDefault(visitor, List.of()).stream()
        .flatMap(card -> slack.numbers(visitor, card).stream())
        .toList();
  }

  private String counts() {
    Map<String, List<String>> cards = slack.cards();
    return visitors.stream()
        .map(v -> v.name() + " thread " + inThreads(v.name(), cards) + " heard " + v.heard())
        .toList()
        .toString();
  }

  @Override
  public void close() {
    over = true;
    staff.interrupt();
    visitors.forEach(Visitor::close);
  }
}
