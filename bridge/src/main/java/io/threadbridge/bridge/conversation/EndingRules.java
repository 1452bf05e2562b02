package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Decision.Snooze;
import java.time.Instant;

/// The quiet ending of PRODUCT 1.1: *Close* is offered on the card, nobody is asked anything, the
/// close comes by itself.
final class EndingRules {
  private final Policy policy;
  private final VisitorsTurn turn;
  private final Closing closing;

  EndingRules(Policy policy, VisitorsTurn turn, Closing closing) {
    this.policy = policy;
    this.turn = turn;
    this.closing = closing;
  }

  Decision decide(Ending state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> turn.visitor(state, visitor, CloseReason.QUIET_ENDING, now);
      case StaffEvent staff -> turn.staff(state, staff, now);
      case OutcomeEvent outcome -> Outcomes.of(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke.facts(), now);
    };
  }

  private Decision woke(Ending state, VisitorFacts facts, Instant now) {
    QuietEnding ending = state.ending();
    Instant due =
        VisitorsClock.dueAt(ending.from(), ending.length(policy), facts.suspensions(), policy);
    if (due.isAfter(now)) {
      Instant look = VisitorsClock.lookAgain(due, now, facts.suspensions(), policy);
      Ending next = new Ending(state.opening(), state.progress(), ending.dueAt(look));
      return new Snooze(next, VisitorsClock.because(now, facts.suspensions()));
    }
    return closing.end(state, CloseReason.QUIET_ENDING, now);
  }
}
