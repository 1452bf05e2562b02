package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Instant;

/// The rules of a conversation: the only place where an event becomes what must be done. Pure: the
/// same state and event give the
/// same decision; the time is in the event.
///
/// One class per state, each with one `switch` over the families of events; what several states do
/// alike is in [CommonRules].
public final class ConversationRules {
  private final NotStartedRules notStarted;
  private final WaitingRules waiting;
  private final AnsweredRules answered;
  private final EndingRules ending;
  private final ClosedRules closed;

  /// Rules with a site's times.
  public ConversationRules(Policy policy) {
    CommonRules common = new CommonRules(policy);
    this.notStarted = new NotStartedRules(policy);
    this.waiting = new WaitingRules(policy, common);
    this.answered = new AnsweredRules(policy, common);
    this.ending = new EndingRules(policy, common);
    this.closed = new ClosedRules(policy, common);
  }

  /// What follows from `event` for a conversation in this state.
  public Decision decide(Conversation conversation, ConversationEvent event) {
    Instant now = later(event.at(), conversation.lastMoment());
    if (event instanceof VisitorEvent.Wrote && isFull(conversation)) {
      return new Decision.Ignore("the conversation is full");
    }
    return switch (conversation) {
      case NotStarted state -> notStarted.decide(state, event, now);
      case Waiting state -> waiting.decide(state.asOf(now), event, now);
      case Answered state -> answered.decide(state.asOf(now), event, now);
      case Ending state -> ending.decide(state.asOf(now), event, now);
      case Closed state -> closed.decide(state.asOf(now), event, now);
      case Erased _ -> new Decision.Ignore("everything was erased");
    };
  }

  private static boolean isFull(Conversation conversation) {
    return conversation instanceof Conversation.Started started
        && started.progress().lastSeq() >= Policy.MESSAGES_MAX;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
