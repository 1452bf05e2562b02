package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Snooze;
import java.time.Instant;

/// The quiet ending of PRODUCT 1.1: *Close* is offered on the card, nobody is asked anything, the
/// close comes by itself.
final class EndingRules {
  private final Policy policy;
  private final CommonRules common;

  EndingRules(Policy policy, CommonRules common) {
    this.policy = policy;
    this.common = common;
  }

  Decision decide(Ending state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> common.outcome(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke.facts(), now);
    };
  }

  private Decision visitor(Ending state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> common.visitorWroteAfterAnAnswer(state, wrote, now);
      case VisitorEvent.Edited edited -> common.visitorEdited(state, edited);
      case VisitorEvent.Deleted deleted -> common.visitorDeleted(state, deleted);
      case VisitorEvent.Saw saw -> CommonRules.saw(state, saw);
      case VisitorEvent.Disconnected _ -> new Ignore("the close comes by itself");
      case VisitorEvent.Left _ -> CommonRules.close(state, CloseReason.QUIET_ENDING, now);
      case VisitorEvent.AskedToErase _ -> CommonRules.erase(state, now);
    };
  }

  private Decision staff(Ending state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> common.staffWrote(state, wrote, now);
      case StaffEvent.Edited edited -> common.staffEdited(state, edited);
      case StaffEvent.Deleted deleted -> common.staffDeleted(state, deleted);
      case StaffEvent.Claimed claimed ->
          CommonRules.claimedInTheVisitorsTurn(state, claimed.staff(), now);
      case StaffEvent.ClosedIt _ -> CommonRules.close(state, CloseReason.BY_STAFF, now);
      case StaffEvent.NothingOwed _ -> new Ignore("it is the visitor's turn already");
    };
  }

  private Decision woke(Ending state, VisitorFacts facts, Instant now) {
    QuietEnding ending = state.ending();
    Instant due =
        VisitorsClock.dueAt(ending.from(), ending.length(policy), facts.suspensions(), policy);
    if (due.isAfter(now)) {
      Instant look = VisitorsClock.lookAgain(due, now, facts.suspensions(), policy);
      Ending next = new Ending(state.opening(), state.progress(), ending.dueAt(look));
      return new Snooze(
          next,
          VisitorsClock.standsStill(now, facts.suspensions())
              .map(Suspension.Reason::words)
              .orElse("not due yet"));
    }
    return CommonRules.close(state, CloseReason.QUIET_ENDING, now);
  }
}
