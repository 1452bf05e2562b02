package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// The rules hold always: 100,000 random steps, all events, all facts; and each invariant notices
/// when
/// the rule behind it is switched off.
class ConversationWalkTest {
  private static final int WALKS = 200;
  private static final int STEPS = 500;
  private static final int VISITS_MIN = 100;
  private static final ConversationRules RULES = new ConversationRules(Policy.DEFAULT);

  @Test
  void everyInvariantHoldsAfterEveryStep() {
    walk(RULES::decide);
  }

  @Test
  void everyCellOfTheTableIsVisited() {
    Map<String, Map<String, EventsAndStates.Cell>> table = EventsAndStates.walked();
    table.forEach(
        (event, row) ->
            row.forEach(
                (state, cell) ->
                    assertThat(cell.visits())
                        .as("%s in %s", event, state)
                        .isGreaterThan(VISITS_MIN)));
  }

  @Test
  void withoutTheFirstHoldTextTheSignOfLifeIsMissed() {
    ConversationRules slow = new ConversationRules(withFirstHold(Duration.ofSeconds(11)));
    assertThatThrownBy(() -> walk(slow::decide)).hasMessageContaining("a sign of life in time");
  }

  @Test
  void withoutTheFactsABusyVisitorIsPrompted() {
    assertThatThrownBy(() -> walk(ConversationWalkTest::blind))
        .hasMessageContaining("no prompt to a busy visitor");
  }

  @Test
  void withoutTheCountOfHoldTextsOneComesTwice() {
    assertThatThrownBy(() -> walk(ConversationWalkTest::forgetful))
        .hasMessageContaining("no hold text twice");
  }

  @Test
  void withoutANewWakeUpAStepIsDueAgainAtOnce() {
    assertThatThrownBy(() -> walk(ConversationWalkTest::sleepless))
        .hasMessageContaining("not due again at once");
  }

  private static void walk(BiFunction<Conversation, ConversationEvent, Decision> rules) {
    for (int seed = 0; seed < WALKS; seed++) {
      Walk walk = new Walk(seed, rules);
      Invariants invariants = new Invariants();
      for (int step = 0; step < STEPS; step++) {
        invariants.check(walk.step());
      }
    }
  }

  private static Decision blind(Conversation state, ConversationEvent event) {
    return RULES.decide(
        state,
        event instanceof TimeEvent woke
            ? new TimeEvent.Woke(woke.at(), VisitorFacts.THERE)
            : event);
  }

  private static Decision forgetful(Conversation state, ConversationEvent event) {
    Decision decision = RULES.decide(state, event);
    if (decision instanceof Decision.Move move && move.next() instanceof Waiting waiting) {
      Progress p = waiting.progress();
      Progress none =
          new Progress(
              p.thread(),
              p.claim(),
              p.formerClaimer(),
              p.answered(),
              p.lastSeq(),
              p.revision(),
              p.delivered(),
              p.seen(),
              0,
              p.early(),
              p.lastMoment());
      Started next = waiting.with(none);
      return new Decision.Move(next, move.said(), move.changed(), move.links(), move.effects());
    }
    return decision;
  }

  private static Decision sleepless(Conversation state, ConversationEvent event) {
    Decision decision = RULES.decide(state, event);
    return decision instanceof Decision.Snooze
        ? new Decision.Snooze(state, "as if nothing had been decided")
        : decision;
  }

  private static Policy withFirstHold(Duration firstHold) {
    Policy p = Policy.DEFAULT;
    return new Policy(
        firstHold,
        p.laterHold(),
        p.abandon(),
        p.ask(),
        p.warn(),
        p.leave(),
        p.farewellClose(),
        p.thanksClose(),
        p.afterSuspension(),
        p.goneAfter(),
        p.reopen());
  }
}
