package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Erased;
import io.threadbridge.bridge.conversation.Conversation.NotStarted;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      case VisitorEvent.SentForm form -> form(state, form, now);
      case VisitorEvent.AskedToErase _ -> Move.to(new Erased(state.id(), now));
      case VisitorEvent.Disconnected _, VisitorEvent.Left _ ->
          new Decision.Ignore("nobody knows of the visitor yet");
      case VisitorEvent.AnyTime _,
          VisitorEvent.ChoseAnotherWay _,
          VisitorEvent.ChoseToWait _,
          VisitorEvent.Rated _ ->
          new Decision.Ignore("nothing said yet");
    };
  }

  /// The first words stand on the card's own post.
  private Decision begin(NotStarted state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = Progress.begin(state.opening(), now).oneMoreMessage();
    Opener opener = wrote.opener();
    Wait wait = Wait.begin(now, StaffClock.Column.FIRST, opener, policy);
    return Move.to(new Waiting(state.opening(), progress, wait))
        .say(Saying.ByVisitor.of(wrote))
        .owe(new Effect.OpenThread());
  }

  /// The contact form: a lead from the first word on; its card says how to answer.
  private Decision form(NotStarted state, VisitorEvent.SentForm form, Instant now) {
    Lead lead = new Lead(form.way(), Optional.of(form.contact()), now);
    Progress progress =
        Progress.begin(state.opening(), now)
            .oneMoreMessage()
            .oneMoreMessage()
            .withLead(Optional.of(lead));
    progress = progress.with(progress.mailing().at(lead.email()));
    return Move.to(new Deferred(state.opening(), progress, Deferral.begin(now, policy)))
        .say(new Saying.ByVisitor(form.sayId(), form.text(), List.of()))
        .say(Saying.ByBridge.of(Leads.told(form.way()), Map.of("contact", form.contact())))
        .owe(new Effect.OpenThread());
  }
}
