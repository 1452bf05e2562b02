package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.Decision.Snooze;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The visitor has the next word: PRODUCT 1.3. Ask, warn, leave, and never hurry a person.
final class AnsweredRules {
  private final Policy policy;
  private final VisitorsTurn turn;
  private final Closing closing;

  AnsweredRules(Policy policy, VisitorsTurn turn, Closing closing) {
    this.policy = policy;
    this.turn = turn;
    this.closing = closing;
  }

  Decision decide(Answered state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Disconnected _ ->
          Move.to(state.with(state.silence().lookingAt(now.plus(policy.goneAfter()))));
      case VisitorEvent visitor -> turn.visitor(state, visitor, CloseReason.GONE_AFTER_ANSWER, now);
      // "I pass you to the workshop": the visitor waits for their word now.
      case StaffEvent.HandedOverToDesk handed ->
          Moving.withAnAnswerOwed(state, handed, now, policy, now);
      case StaffEvent staff -> turn.staff(state, staff, now);
      case OutcomeEvent outcome -> Outcomes.of(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke.facts(), now);
    };
  }

  private Decision woke(Answered state, VisitorFacts facts, Instant now) {
    Silence silence = state.silence();
    if (facts.goneBy(now, silence.since(), policy)) {
      return gone(state, now);
    }
    List<Suspension> suspensions = silence.suspensions(facts);
    Instant due = VisitorsClock.dueAt(silence.from(), silence.length(policy), suspensions, policy);
    if (due.isAfter(now)) {
      Instant look = VisitorsClock.lookAgain(due, now, suspensions, policy);
      return new Snooze(
          state.with(silence.notBefore(look, now)), VisitorsClock.because(now, suspensions));
    }
    return step(state, now);
  }

  private Decision step(Answered state, Instant now) {
    return switch (state.silence().next()) {
      case ASK -> prompt(state, TextKey.STILL_THERE, Silence.Step.WARN, now);
      case WARN -> prompt(state, TextKey.WARNING, Silence.Step.LEAVE, now);
      case LEAVE -> closing.end(state, CloseReason.SILENT, now);
    };
  }

  private Decision prompt(Answered state, TextKey key, Silence.Step then, Instant now) {
    Silence silence = state.silence().then(then, now, policy);
    return Move.to(new Answered(state.opening(), state.progress().oneMoreMessage(), silence))
        .say(Saying.ByBridge.of(key, Map.of()));
  }

  /// Who is gone is not asked: the thread is told once (on the card), and the close comes quietly.
  private Decision gone(Answered state, Instant now) {
    Silence silence = state.silence().gone(policy);
    if (!silence.dueAt().isAfter(now)) {
      return closing.end(state, CloseReason.GONE_AFTER_ANSWER, now);
    }
    return state.silence().goneTold()
        ? new Snooze(state.with(silence), "the visitor is gone")
        : Move.to(state.with(silence)).owe(new Effect.ShowCard());
  }
}
