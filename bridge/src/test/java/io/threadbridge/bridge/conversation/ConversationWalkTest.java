package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    ConversationRules slow = rules(StaffClock.DEFAULT.holding(seconds(11), seconds(120)));
    assertThatThrownBy(() -> walk(slow::decide)).hasMessageContaining("a sign of life in time");
  }

  @Test
  void withoutTheLaterHoldTextTheSignOfLifeIsMissed() {
    ConversationRules slow = rules(StaffClock.DEFAULT.holding(seconds(10), seconds(121)));
    assertThatThrownBy(() -> walk(slow::decide)).hasMessageContaining("a sign of life in time");
  }

  @Test
  void withoutTheFactsABusyVisitorIsPrompted() {
    assertThatThrownBy(() -> walk(SwitchedOff::facts))
        .hasMessageContaining("no prompt to a busy visitor");
  }

  @Test
  void withoutTheCountOfHoldTextsOneComesTwice() {
    assertThatThrownBy(() -> walk(SwitchedOff::countOfHolds))
        .hasMessageContaining("no hold text twice");
  }

  @Test
  void withoutANewWakeUpAStepIsDueAgainAtOnce() {
    assertThatThrownBy(() -> walk(SwitchedOff::snooze))
        .hasMessageContaining("not due again at once");
  }

  @Test
  void withoutAClockAnOpenConversationHasNoWakeUp() {
    assertThatThrownBy(() -> walk(SwitchedOff::wakeUps)).hasMessageContaining("wake-up after");
  }

  @Test
  void withoutTheEndSomethingIsSaidAfterTheClose() {
    assertThatThrownBy(() -> walk(SwitchedOff::close))
        .hasMessageContaining("nothing said after the close");
  }

  @Test
  void withoutTheReminderAPromiseIsForgotten() {
    assertThatThrownBy(() -> walk(SwitchedOff::lateness))
        .hasMessageContaining("a promise is kept or told");
  }

  @Test
  void withoutTheCurrentThreadWordsOfAnEarlierOneReachTheVisitor() {
    assertThatThrownBy(() -> walk(SwitchedOff::earlierThreads))
        .hasMessageContaining("nothing from an earlier thread reaches the visitor");
  }

  @Test
  void withoutTheClaimersClockPeopleAreCalledAllTheSame() {
    assertThatThrownBy(() -> walk(SwitchedOff::claimersClock))
        .hasMessageContaining("nobody is called in the claimer's time");
  }

  @Test
  void withoutTheQuarterOfAnHourMailsPourIn() {
    assertThatThrownBy(() -> walk(new ConversationRules(SwitchedOff.mailEveryMinute())::decide))
        .hasMessageContaining("one mail in a quarter of an hour");
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

  private static ConversationRules rules(StaffClock clock) {
    return new ConversationRules(Policy.DEFAULT.with(clock));
  }

  private static Duration seconds(int number) {
    return Duration.ofSeconds(number);
  }
}
