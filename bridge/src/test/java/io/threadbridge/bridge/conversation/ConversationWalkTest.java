package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// The rules hold always: 100,000 random steps, all events, all facts; and each invariant notices
/// when the rule behind it is switched off.
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
    ConversationRules slow = rules(StaffClock.DEFAULT.holding(seconds(11), seconds(120)));
    assertBreaks(slow::decide, "a sign of life in time");
  }

  @Test
  void withoutTheLaterHoldTextTheSignOfLifeIsMissed() {
    ConversationRules slow = rules(StaffClock.DEFAULT.holding(seconds(10), seconds(121)));
    assertBreaks(slow::decide, "a sign of life in time");
  }

  @Test
  void withoutTheFactsABusyVisitorIsPrompted() {
    assertBreaks(SwitchedOff::facts, "no prompt to a busy visitor");
  }

  @Test
  void withoutTheCountOfHoldTextsOneComesTwice() {
    assertBreaks(SwitchedOff::countOfHolds, "no hold text twice");
  }

  @Test
  void withoutANewWakeUpAStepIsDueAgainAtOnce() {
    assertBreaks(SwitchedOff::snooze, "not due again at once");
  }

  @Test
  void withoutAClockAnOpenConversationHasNoWakeUp() {
    assertBreaks(SwitchedOff::wakeUps, "wake-up after");
  }

  @Test
  void withoutTheEndSomethingIsSaidAfterTheClose() {
    assertBreaks(SwitchedOff::close, "nothing said after the close");
  }

  @Test
  void withoutTheReminderAPromiseIsForgotten() {
    assertBreaks(SwitchedOff::lateness, "a promise is kept or told");
  }

  @Test
  void withoutTheCurrentThreadWordsOfAnEarlierOneReachTheVisitor() {
    assertBreaks(SwitchedOff::earlierThreads, "nothing from an earlier thread reaches the visitor");
  }

  @Test
  void withoutTheClaimersClockPeopleAreCalledAllTheSame() {
    assertBreaks(SwitchedOff::claimersClock, "nobody is called in the claimer's time");
  }

  @Test
  void withoutTheQuarterOfAnHourMailsPourIn() {
    assertBreaks(
        new ConversationRules(SwitchedOff.mailEveryMinute())::decide,
        "one mail in a quarter of an hour");
  }

  /// Some walk breaks this invariant; what else breaks first in another does not matter.
  private static void assertBreaks(
      BiFunction<Conversation, ConversationEvent, Decision> rules, String invariant) {
    int others = 0;
    for (int seed = 0; seed < WALKS; seed++) {
      try {
        walk(seed, rules);
      } catch (AssertionError broken) {
        if (broken.toString().contains(invariant)) {
          return;
        }
        others++;
      }
    }
    fail("never broken: %s; others were broken %d times", invariant, others);
  }

  private static void walk(BiFunction<Conversation, ConversationEvent, Decision> rules) {
    for (int seed = 0; seed < WALKS; seed++) {
      walk(seed, rules);
    }
  }

  private static void walk(int seed, BiFunction<Conversation, ConversationEvent, Decision> rules) {
    Walk walk = new Walk(seed, rules);
    Invariants invariants = new Invariants();
    for (int step = 0; step < STEPS; step++) {
      invariants.check(walk.step());
    }
  }

  private static ConversationRules rules(StaffClock clock) {
    return new ConversationRules(Policy.DEFAULT.with(clock));
  }

  private static Duration seconds(int number) {
    return Duration.ofSeconds(number);
  }
}
