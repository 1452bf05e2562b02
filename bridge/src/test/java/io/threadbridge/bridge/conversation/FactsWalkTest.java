package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Facts;
import io.threadbridge.bridge.figures.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever happens, what begins in the figures also ends there, and is open in between.
final class FactsWalkTest {
  private static final int STEPS = 100_000;

  private static final Set<Kind> ENDS =
      Set.of(
          Kind.ENDED_BY_STAFF,
          Kind.ENDED_SILENT,
          Kind.ENDED_QUIETLY,
          Kind.ENDED_GONE_AFTER_ANSWER,
          Kind.ENDED_LEFT,
          Kind.ENDED_MISSED,
          Kind.ENDED_LEAD_DONE,
          Kind.ENDED_LEAD_EXPIRED,
          Kind.ENDED_ERASED);

  /// These are no facts but follow from them when they are counted.
  private static final Set<Kind> DERIVED =
      Set.of(Kind.ANSWERED_SOON, Kind.ANSWERED_IN_A_MINUTE, Kind.WAITED_LONG);

  /// The usual rows call nobody else, and the walk neither comments nor waits for a month.
  private static final Set<Kind> ELSEWHERE =
      Set.of(Kind.OVERFLOW_CALLED, Kind.HOOK_CALLED, Kind.COMMENTED, Kind.ENDED_LEAD_EXPIRED);

  @Test
  void whatBeginsAlsoEnds() {
    ConversationRules rules = new ConversationRules(Policy.DEFAULT);
    Walk walk = new Walk(5, rules::decide);
    Set<Kind> seen = EnumSet.copyOf(DERIVED);
    seen.addAll(ELSEWHERE);
    Counts counts = Counts.NONE;
    for (int i = 0; i < STEPS; i++) {
      Walk.Step step = walk.step();
      if (step.before() instanceof NotStarted) {
        counts = Counts.NONE;
      }
      if (step.decision() instanceof Decision.Move move) {
        counts = counted(counts, step, move);
      }
      seen.addAll(counts.numbers().keySet());
      assertAgree(counts, step);
    }
    assertThat(seen).containsExactlyInAnyOrder(Kind.values());
  }

  private static Counts counted(Counts before, Walk.Step step, Decision.Move move) {
    Counts counts = before;
    for (Fact fact : Facts.of(step.before(), step.event(), move, step.event().at())) {
      assertThat(fact.millis()).as(fact.toString()).isNotNegative();
      counts = counts.plus(fact.kind(), 1);
    }
    return counts;
  }

  private static void assertAgree(Counts counts, Walk.Step step) {
    Conversation now = step.next();
    boolean open = now instanceof Started && !(now instanceof Closed);
    boolean lead = now instanceof Started started && started.progress().lead().isPresent();
    long ended = ENDS.stream().mapToLong(counts::of).sum();
    assertThat(counts.of(Kind.BEGUN) + counts.of(Kind.REOPENED) - ended)
        .as("open: %s", step)
        .isEqualTo(open ? 1 : 0);
    assertThat(
            counts.of(Kind.PROMISE_MADE)
                - counts.of(Kind.PROMISE_KEPT)
                - counts.of(Kind.PROMISE_LATE)
                - counts.of(Kind.PROMISE_REPLACED)
                - counts.of(Kind.PROMISE_DROPPED))
        .as("promised: %s", step)
        .isEqualTo(now instanceof Promised ? 1 : 0);
    assertThat(
            counts.of(Kind.LEAD_OPENED) - counts.of(Kind.LEAD_DONE) - counts.of(Kind.LEAD_LAPSED))
        .as("lead: %s", step)
        .isEqualTo(lead ? 1 : 0);
    assertThat(counts.of(Kind.FIRST_ANSWER) + counts.of(Kind.LEAD_ANSWERED))
        .as("first answer: %s", step)
        .isLessThanOrEqualTo(1);
    assertThat(counts.of(Kind.MISSED)).as("missed: %s", step).isLessThanOrEqualTo(1);
  }
}
