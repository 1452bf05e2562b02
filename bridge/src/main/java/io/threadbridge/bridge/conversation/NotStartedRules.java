package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Instant;

/// Nothing said yet: only the visitor can begin, and nothing is on the desk before.
final class NotStartedRules {
  private final Policy policy;

  NotStartedRules(Policy policy) {
    this.policy = policy;
  }

  Decision decide(NotStarted state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent _ -> new Decision.Ignore("no thread yet");
      case OutcomeEvent _ -> new Decision.Ignore("nothing is owed yet");
      case TimeEvent _ -> new Decision.Snooze(state, "nothing said yet");
    };
  }

  private Decision visitor(NotStarted state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> begin(state, wrote, now);
      case VisitorEvent.AskedToErase _ -> Decision.Move.to(new Erased(state.id(), now));
      case VisitorEvent.Edited _, VisitorEvent.Deleted _, VisitorEvent.Saw _ ->
          new Decision.Ignore("nothing said yet");
      case VisitorEvent.Disconnected _, VisitorEvent.Left _ ->
          new Decision.Ignore("nobody knows of the visitor yet");
    };
  }

  /// The first words stand on the card's own post.
  private Decision begin(NotStarted state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = Progress.begin(now).oneMoreMessage();
    Wait wait = Wait.begin(now, StaffClock.Column.FIRST, policy);
    return Decision.Move.to(new Waiting(state.opening(), progress, wait))
        .say(new Saying.ByVisitor(wrote.sayId(), wrote.text()))
        .owe(new Effect.OpenThread());
  }
}
