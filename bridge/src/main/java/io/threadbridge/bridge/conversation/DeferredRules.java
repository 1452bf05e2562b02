package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;

/// The firm owes an answer by another way: nobody is hurried and nobody is called; the thread stays
/// answerable until somebody ticks the lead off.
final class DeferredRules {
  private final Policy policy;
  private final Answers answers;
  private final Closing closing;
  private final Leads leads;
  private final VisitorsTurn turn;

  DeferredRules(Policy policy, Answers answers, Closing closing, Leads leads, VisitorsTurn turn) {
    this.policy = policy;
    this.answers = answers;
    this.closing = closing;
    this.leads = leads;
    this.turn = turn;
  }

  Decision decide(Deferred state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> Outcomes.of(state, outcome);
      case TimeEvent.Woke _ -> woke(state, now);
    };
  }

  private Decision visitor(Deferred state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> turn.wrote(state, wrote, now);
      case VisitorEvent.SentForm form -> leads.form(state, form, now);
      case VisitorEvent.ChoseAnotherWay chose -> leads.chose(state, chose, now);
      case VisitorEvent.AnyTime any -> Corrections.of(state, any, now);
      case VisitorEvent.Left _, VisitorEvent.Disconnected _ ->
          new Ignore("the answer comes another way");
      case VisitorEvent.ChoseToWait _ -> new Ignore("nobody waits");
      case VisitorEvent.Rated _ -> new Ignore("the conversation goes on");
    };
  }

  private Decision staff(Deferred state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> wrote(state, wrote, now);
      case StaffEvent.AnyTime any -> Corrections.of(state, any);
      case StaffEvent.Claimed claimed -> VisitorsTurn.claimed(state, claimed.staff(), now);
      case StaffEvent.TookIt took ->
          WaitingRules.alreadyTaken(state, took.staff())
              .orElseGet(() -> VisitorsTurn.claimed(state, took.staff(), now));
      case StaffEvent.ClosedIt _ -> closing.close(state, CloseReason.BY_STAFF, now);
      case StaffEvent.NothingOwed _, StaffEvent.LeadDone _ -> leads.done(state, now);
      case StaffEvent.Promised promised -> answers.promised(state, promised, now, now);
      case StaffEvent.HandedOver handed -> turn.staff(state, handed, now);
      case StaffEvent.HandedOverToDesk handed -> Moving.asItIs(state, handed);
      case StaffEvent.Asked asked -> answers.asked(state, asked, now);
    };
  }

  /// It is answered all the same; who cannot be told of it by mail reads it on coming back, and the
  /// writer learns that.
  private Decision wrote(Deferred state, StaffEvent.Wrote wrote, Instant now) {
    Decision decision = answers.wrote(state, wrote, now);
    boolean reaches =
        state.progress().mailing().address().isPresent()
            || !wrote.facts().goneBy(now, state.deferral().since(), policy);
    return !reaches && decision instanceof Move move && !move.said().isEmpty()
        ? move.owe(Answers.hintAbout(wrote.staff(), TextKey.HINT_VISITOR_AWAY))
        : decision;
  }

  private Decision woke(Deferred state, Instant now) {
    return state.deferral().until().isAfter(now)
        ? new Decision.Snooze(state, "the answer comes another way")
        : closing.close(state, CloseReason.LEAD_EXPIRED, now);
  }
}
