package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Promised;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Instant;

/// The rules of a conversation: the only place where an event becomes what must be done. Pure: the
/// same state and event give the same decision; the time is in the event.
///
/// One class per state, each with one `switch` over the families of events; what several states do
/// alike is in [Answers], [Corrections], [Outcomes], [Leads] and [Closing];
/// what follows from every change of state in [Consequences].
public final class ConversationRules {
  private final NotStartedRules notStarted;
  private final WaitingRules waiting;
  private final PromisedRules promised;
  private final AnsweredRules answered;
  private final EndingRules ending;
  private final DeferredRules deferred;
  private final ClosedRules closed;
  private final MailRules mail;

  /// Rules with a site's times.
  public ConversationRules(Policy policy) {
    Answers answers = new Answers(policy);
    Closing closing = new Closing(policy);
    Leads leads = new Leads(closing);
    VisitorsTurn turn = new VisitorsTurn(policy, answers, closing, leads);
    this.notStarted = new NotStartedRules(policy);
    this.waiting = new WaitingRules(policy, answers, closing, leads);
    this.promised = new PromisedRules(policy, answers, closing, leads);
    this.answered = new AnsweredRules(policy, turn, closing);
    this.ending = new EndingRules(policy, turn, closing);
    this.deferred = new DeferredRules(policy, answers, closing, leads, turn);
    this.closed = new ClosedRules(policy, answers, leads);
    this.mail = new MailRules(policy);
  }

  /// What follows from `event` for a conversation in this state.
  public Decision decide(Conversation conversation, ConversationEvent event) {
    Instant now = Moments.later(event.at(), conversation.lastMoment());
    if (isFull(conversation, event)) {
      return new Decision.Ignore("the conversation is full");
    }
    Decision decision =
        event instanceof TimeEvent.Woke woke && conversation instanceof Started started
            ? mail.before(started, woke.facts(), now).then(state -> ofState(state, event, now))
            : ofState(conversation, event, now);
    return Consequences.of(conversation, decision, now);
  }

  private Decision ofState(Conversation conversation, ConversationEvent event, Instant now) {
    return switch (conversation) {
      case NotStarted state -> notStarted.decide(state, event, now);
      case Waiting state -> waiting.decide(state.asOf(now), event, now);
      case Promised state -> promised.decide(state.asOf(now), event, now);
      case Answered state -> answered.decide(state.asOf(now), event, now);
      case Ending state -> ending.decide(state.asOf(now), event, now);
      case Deferred state -> deferred.decide(state.asOf(now), event, now);
      case Closed state -> closed.decide(state.asOf(now), event, now);
      case Erased _ -> new Decision.Ignore("everything was erased");
    };
  }

  private static boolean isFull(Conversation conversation, ConversationEvent event) {
    boolean writes = event instanceof VisitorEvent.Wrote || event instanceof VisitorEvent.SentForm;
    return writes
        && conversation instanceof Started started
        && started.progress().lastSeq() >= Policy.MESSAGES_MAX;
  }
}
