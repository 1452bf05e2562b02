package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Anew;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.Decision.Snooze;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// After the close, PRODUCT 1.3: nothing new is decided for the visitor; a word within half an hour
/// reopens.
final class ClosedRules {
  private final Policy policy;
  private final Answers answers;
  private final Leads leads;

  ClosedRules(Policy policy, Answers answers, Leads leads) {
    this.policy = policy;
    this.answers = answers;
    this.leads = leads;
  }

  Decision decide(Closed state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> Outcomes.of(state, outcome);
      case TimeEvent _ -> new Snooze(state, "closed");
    };
  }

  private Decision visitor(Closed state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> wrote(state, wrote, now);
      case VisitorEvent.SentForm _ -> new Anew("closed: a form begins a new conversation");
      case VisitorEvent.AnyTime any -> Corrections.of(state, any, now);
      case VisitorEvent.ChoseAnotherWay chose -> chose(state, chose, now);
      case VisitorEvent.Rated rated -> rated(state, rated.rating());
      case VisitorEvent.Disconnected _, VisitorEvent.Left _, VisitorEvent.ChoseToWait _ ->
          new Ignore("closed already");
    };
  }

  private Decision wrote(Closed state, VisitorEvent.Wrote wrote, Instant now) {
    return reopens(state, now)
        ? reopen(state, wrote, now)
        : new Anew("closed too long ago to reopen");
  }

  /// Whom nobody answered may still leave an address.
  private Decision chose(Closed state, VisitorEvent.ChoseAnotherWay chose, Instant now) {
    return state.progress().answered() || !reopens(state, now)
        ? new Ignore("closed already")
        : leads.chose(state, chose, now);
  }

  /// Once, and never where nobody answered.
  private static Decision rated(Closed state, Rating rating) {
    Progress progress = state.progress();
    return progress.ratable()
        ? Move.to(state.with(progress.with(progress.verdict().rated(rating))))
            .owe(new Effect.ShowCard())
        : new Ignore("there is no question for a rating");
  }

  /// The same thread, as a first message; who had it last is told directly.
  private Decision reopen(Closed state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = state.progress().oneMoreMessage();
    Wait wait = Wait.begin(now, StaffClock.Column.FIRST, Opener.STATED, policy);
    Move move =
        Move.to(new Waiting(state.opening(), progress, wait))
            .say(Saying.ByVisitor.of(wrote))
            .owe(new Effect.Relay(progress.lastSeq()))
            .owe(new Effect.ShowCard());
    Optional<Staff> former = progress.formerClaimer();
    return former.isEmpty() ? move : move.owe(told(former.get(), state.opening()));
  }

  private static Effect told(Staff former, Opening opening) {
    return new Effect.TellDirectly(
        former, TextKey.TOLD_REOPENED, Map.of("visitor", opening.visitor().shownName()));
  }

  private Decision staff(Closed state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> staffWrote(state, wrote, now);
      case StaffEvent.AnyTime any -> Corrections.of(state, any);
      case StaffEvent.TookIt _,
          StaffEvent.Promised _,
          StaffEvent.HandedOver _,
          StaffEvent.HandedOverToDesk _,
          StaffEvent.Asked _ ->
          Answers.hint(state, event.staff(), TextKey.HINT_CLOSED_ALREADY);
      case StaffEvent.Claimed _,
          StaffEvent.ClosedIt _,
          StaffEvent.NothingOwed _,
          StaffEvent.LeadDone _ ->
          new Ignore("closed already");
    };
  }

  /// A note is a note after the close too; anything else reopens if it can still reach the visitor.
  private Decision staffWrote(Closed state, StaffEvent.Wrote wrote, Instant now) {
    boolean empty = InternalTalk.forTheVisitor(wrote.text(), wrote.files()).isEmpty();
    if (empty || (reopens(state, now) && canBeReached(wrote.facts(), state, now))) {
      return answers.wrote(state, wrote, now);
    }
    TextKey why =
        reopens(state, now) ? TextKey.HINT_VISITOR_UNREACHABLE : TextKey.HINT_CLOSED_TOO_LONG;
    return Answers.hint(state, wrote.staff(), why);
  }

  private boolean canBeReached(VisitorFacts facts, Closed state, Instant now) {
    return state.progress().mailing().address().isPresent()
        || !facts.goneBy(now, state.at(), policy);
  }

  private boolean reopens(Closed state, Instant now) {
    return !state.at().plus(policy.reopen()).isBefore(now);
  }
}
