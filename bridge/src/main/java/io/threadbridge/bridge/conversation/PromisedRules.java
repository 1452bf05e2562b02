package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.StaffClock.Action;
import io.threadbridge.bridge.conversation.StaffClock.Column;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.Map;

/// Somebody has promised to be back, PRODUCT 1.2: neither clock runs, and the promise is kept or
/// the visitor is told.
final class PromisedRules {
  private final Policy policy;
  private final Answers answers;
  private final Closing closing;
  private final Leads leads;
  private final StaffSteps steps;

  PromisedRules(Policy policy, Answers answers, Closing closing, Leads leads) {
    this.policy = policy;
    this.answers = answers;
    this.closing = closing;
    this.leads = leads;
    this.steps = new StaffSteps(policy, closing, leads);
  }

  Decision decide(Promised state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> Outcomes.of(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke, now);
    };
  }

  private Decision visitor(Promised state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> wrote(state, wrote, now);
      case VisitorEvent.SentForm form -> leads.form(state, form, now);
      case VisitorEvent.ChoseAnotherWay chose -> leads.chose(state, chose, now);
      case VisitorEvent.AnyTime any -> Corrections.of(state, any, now);
      case VisitorEvent.Left _ -> closing.end(state, leftBefore(state), now);
      case VisitorEvent.Disconnected _ -> new Ignore("the promise stands");
      case VisitorEvent.ChoseToWait _ -> new Ignore("there is no choice");
      case VisitorEvent.Rated _ -> new Ignore("the conversation goes on");
    };
  }

  private static CloseReason leftBefore(Promised state) {
    return state.progress().answered() ? CloseReason.GONE_AFTER_ANSWER : CloseReason.LEFT;
  }

  /// The first message is answered, once; thanks and farewells want no answer.
  private Decision wrote(Promised state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = state.progress().oneMoreMessage();
    Promise promise =
        wrote.closing().isPresent()
            ? state.promise()
            : state.promise().replyingAt(now.plus(policy.promiseReply()));
    return Move.to(new Promised(state.opening(), progress, promise))
        .say(Saying.ByVisitor.of(wrote))
        .owe(new Effect.Relay(progress.lastSeq()));
  }

  private Decision staff(Promised state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> answers.wrote(state, wrote, now);
      case StaffEvent.AnyTime any -> Corrections.of(state, any);
      case StaffEvent.Claimed claimed -> VisitorsTurn.claimed(state, claimed.staff(), now);
      case StaffEvent.TookIt took ->
          WaitingRules.alreadyTaken(state, took.staff())
              .orElseGet(() -> VisitorsTurn.claimed(state, took.staff(), now));
      case StaffEvent.ClosedIt _ -> closedBeforeItWasKept(state, now);
      case StaffEvent.NothingOwed _ -> new Ignore("a promise is open");
      case StaffEvent.Promised promised ->
          answers.promised(state, promised, state.promise().since(), now);
      case StaffEvent.HandedOver handed ->
          WaitingRules.handOver(state, handed, state.promise().since(), policy, now);
      case StaffEvent.HandedOverToDesk handed ->
          Moving.withAnAnswerOwed(state, handed, state.promise().since(), policy, now);
      case StaffEvent.Asked asked -> answers.asked(state, asked, now);
      case StaffEvent.LeadDone _ -> leads.done(state, now);
    };
  }

  /// A promise that ends is told, whoever ends it.
  private Decision closedBeforeItWasKept(Promised state, Instant now) {
    Map<String, Object> name = Map.of("name", state.promise().owner().name());
    return closing
        .close(state.with(state.progress().oneMoreMessage()), CloseReason.BY_STAFF, now)
        .say(Saying.ByBridge.of(TextKey.PROMISE_ENDED, name));
  }

  private Decision woke(Promised state, TimeEvent.Woke woke, Instant now) {
    Promise promise = state.promise();
    if (!promise.lateAt().isAfter(now)) {
      return late(state, woke, now);
    }
    boolean remind = !promise.reminded() && !promise.until().isAfter(now);
    boolean reply = Moments.isDue(promise.replyAt(), now);
    if (!remind && !reply) {
      return new Decision.Snooze(state, "the promise stands");
    }
    Move move = remind ? remind(state) : Move.to(state);
    return reply ? reply(move, (Promised) move.next()) : move;
  }

  private static Move remind(Promised state) {
    Promise promise = state.promise();
    Map<String, Object> visitor = Map.of("visitor", state.opening().visitor().shownName());
    return Move.to(new Promised(state.opening(), state.progress(), promise.remindedNow()))
        .owe(new Effect.TellDirectly(promise.owner(), TextKey.TOLD_PROMISE_DUE, visitor));
  }

  /// *Anna will be back at 10:12.*
  private static Move reply(Move move, Promised state) {
    Progress progress = state.progress().oneMoreMessage();
    return move.leadingTo(new Promised(state.opening(), progress, state.promise().repliedNow()))
        .say(Saying.ByBridge.of(TextKey.PROMISE_STANDS, Answers.named(state.promise())));
  }

  /// The visitor is told once, and the staff's clock goes on from the row at which the desk is
  /// called.
  private Decision late(Promised state, TimeEvent.Woke woke, Instant now) {
    Promise promise = state.promise();
    StaffClock clock = policy.clock();
    int done = clock.before(Column.LATER, Action.CALL_DESK);
    Instant from = now.minus(clock.afterOf(Column.LATER, done));
    Wait wait =
        Wait.begin(promise.since(), Column.LATER, Opener.STATED, policy)
            .untilAbandoned(now, policy)
            .lookingAt(now.plus(policy.wholeSilence()))
            .running(Column.LATER, from, done, policy)
            .with(Care.begin(Opener.STATED).held(false, now));
    Waiting next = new Waiting(state.opening(), state.progress().oneMoreMessage(), wait);
    Map<String, Object> name = Map.of("name", promise.owner().name());
    return steps
        .take(next, woke.facts(), woke.site(), now)
        .say(Saying.ByBridge.of(TextKey.PROMISE_LATE, name))
        .owe(new Effect.ShowCard());
  }
}
