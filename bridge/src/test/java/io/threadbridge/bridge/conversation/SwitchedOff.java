package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The rules, each time with one of them switched off: the invariant behind it must notice.
final class SwitchedOff {
  private static final ConversationRules RULES = new ConversationRules(Policy.DEFAULT);

  private SwitchedOff() {}

  /// Nobody knows what the visitor does.
  static Decision facts(Conversation state, ConversationEvent event) {
    return RULES.decide(
        state,
        event instanceof TimeEvent.Woke(var at, _, var site)
            ? new TimeEvent.Woke(at, VisitorFacts.THERE, site)
            : event);
  }

  /// Nobody counts the hold texts.
  static Decision countOfHolds(Conversation state, ConversationEvent event) {
    return with(
        RULES.decide(state, event),
        next -> {
          Counts c = next.progress().counts();
          Counts none =
              new Counts(
                  c.lastSeq(),
                  c.lastStaffSeq(),
                  c.lastStaffAt(),
                  c.revision(),
                  c.delivered(),
                  c.seen(),
                  0);
          return next.with(next.progress().with(none));
        });
  }

  /// A wake-up that finds nothing due is not put off.
  static Decision snooze(Conversation state, ConversationEvent event) {
    Decision decision = RULES.decide(state, event);
    return decision instanceof Decision.Snooze
        ? new Decision.Snooze(state, "as if nothing had been decided")
        : decision;
  }

  /// Nobody wakes for a wait.
  static Decision wakeUps(Conversation state, ConversationEvent event) {
    return with(
        RULES.decide(state, event),
        next -> next instanceof Waiting waiting ? waiting.with(sleeping(waiting.clock())) : next);
  }

  private static Wait sleeping(Wait wait) {
    return new Wait(
        wait.since(),
        wait.column(),
        wait.from(),
        wait.stepsDone(),
        Optional.empty(),
        Instant.MAX,
        Instant.MAX,
        wait.care());
  }

  /// The close ends nothing: the visitor is asked all the same.
  static Decision close(Conversation state, ConversationEvent event) {
    if (state instanceof Closed closed && event instanceof OutcomeEvent.Settled) {
      return Move.to(closed.with(closed.progress().oneMoreMessage()))
          .say(Saying.ByBridge.of(TextKey.STILL_THERE, Map.of()));
    }
    return RULES.decide(state, event);
  }

  /// A promise that is not kept is forgotten.
  static Decision lateness(Conversation state, ConversationEvent event) {
    if (state instanceof Promised promised
        && event instanceof TimeEvent.Woke woke
        && !promised.promise().lateAt().isAfter(woke.at())) {
      return Move.to(
          new Answered(
              promised.opening(), promised.progress(), Silence.begin(woke.at(), Policy.DEFAULT)));
    }
    return RULES.decide(state, event);
  }

  /// Every thread counts as the current one.
  static Decision earlierThreads(Conversation state, ConversationEvent event) {
    return RULES.decide(
        state, event instanceof StaffEvent.InEarlierThread earlier ? earlier.what() : event);
  }

  /// A claim changes who has it, and nothing else.
  static Decision claimersClock(Conversation state, ConversationEvent event) {
    Decision decision = RULES.decide(state, event);
    return event instanceof StaffEvent.Claimed && state instanceof Waiting before
        ? with(
            decision,
            next ->
                next instanceof Waiting after
                    ? new Waiting(after.opening(), after.progress(), before.clock())
                    : next)
        : decision;
  }

  /// Mail as fast as it can go.
  static Policy mailEveryMinute() {
    Policy p = Policy.DEFAULT;
    Duration minute = Duration.ofMinutes(1);
    return new Policy(
        p.zone(),
        p.clock(),
        p.abandon(),
        p.promiseGrace(),
        p.promiseReply(),
        p.ask(),
        p.warn(),
        p.leave(),
        p.farewellClose(),
        p.thanksClose(),
        p.afterSuspension(),
        p.goneAfter(),
        minute,
        minute,
        p.reopen(),
        p.leadKept());
  }

  private static Decision with(Decision decision, UnaryOperator<Started> change) {
    return decision instanceof Move move && move.next() instanceof Started next
        ? move.leadingTo(change.apply(next))
        : decision;
  }
}
