package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.Decision.Snooze;
import java.time.Instant;
import java.util.Map;

/// The visitor has the next word: PRODUCT 1.3. Ask, warn, leave, and never hurry a person.
final class AnsweredRules {
  private final Policy policy;
  private final CommonRules common;

  AnsweredRules(Policy policy, CommonRules common) {
    this.policy = policy;
    this.common = common;
  }

  Decision decide(Answered state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> common.outcome(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke.facts(), now);
    };
  }

  private Decision visitor(Answered state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> common.visitorWroteAfterAnAnswer(state, wrote, now);
      case VisitorEvent.Edited edited -> common.visitorEdited(state, edited);
      case VisitorEvent.Deleted deleted -> common.visitorDeleted(state, deleted);
      case VisitorEvent.Saw saw -> CommonRules.saw(state, saw);
      case VisitorEvent.Disconnected _ ->
          Move.to(with(state, state.silence().lookingAt(now.plus(policy.goneAfter()))));
      case VisitorEvent.Left _ -> CommonRules.close(state, CloseReason.GONE_AFTER_ANSWER, now);
      case VisitorEvent.AskedToErase _ -> CommonRules.erase(state, now);
    };
  }

  private Decision staff(Answered state, StaffEvent event, Instant now) {
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

  private Decision woke(Answered state, VisitorFacts facts, Instant now) {
    Silence silence = state.silence();
    if (facts.goneBy(now, silence.since(), policy)) {
      return gone(state, now);
    }
    Instant due =
        VisitorsClock.dueAt(silence.from(), silence.length(policy), facts.suspensions(), policy);
    if (due.isAfter(now)) {
      String because =
          VisitorsClock.standsStill(now, facts.suspensions())
              .map(Suspension.Reason::words)
              .orElse("not due yet");
      Instant look = VisitorsClock.lookAgain(due, now, facts.suspensions(), policy);
      return new Snooze(with(state, silence.notBefore(look, now)), because);
    }
    return step(state, now);
  }

  private Decision step(Answered state, Instant now) {
    return switch (state.silence().next()) {
      case ASK -> prompt(state, TextKey.STILL_THERE, Silence.Step.WARN, now);
      case WARN -> prompt(state, TextKey.WARNING, Silence.Step.LEAVE, now);
      case LEAVE -> CommonRules.close(state, CloseReason.SILENT, now);
    };
  }

  private Decision prompt(Answered state, TextKey key, Silence.Step then, Instant now) {
    Silence silence = state.silence().then(then, now, policy);
    return Move.to(new Answered(state.opening(), state.progress().oneMoreMessage(), silence))
        .say(new Saying.ByBridge(key, Map.of()));
  }

  /// Who is gone is not asked: the thread is told once (on the card), and the close comes quietly.
  private Decision gone(Answered state, Instant now) {
    Silence silence = state.silence().gone(policy);
    if (!silence.dueAt().isAfter(now)) {
      return CommonRules.close(state, CloseReason.GONE_AFTER_ANSWER, now);
    }
    Started next = with(state, silence);
    return state.silence().goneTold()
        ? new Snooze(next, "the visitor is gone")
        : Move.to(next).owe(new Effect.ShowCard());
  }

  private static Answered with(Answered state, Silence silence) {
    return new Answered(state.opening(), state.progress(), silence);
  }
}
