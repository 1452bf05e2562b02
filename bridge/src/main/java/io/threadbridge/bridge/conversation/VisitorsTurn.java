package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Ending;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.StaffClock.Column;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.Map;

/// What happens alike while the visitor has the next word, whether or not the conversation is
/// ending quietly.
final class VisitorsTurn {
  private final Policy policy;
  private final Answers answers;
  private final Closing closing;
  private final Leads leads;

  VisitorsTurn(Policy policy, Answers answers, Closing closing, Leads leads) {
    this.policy = policy;
    this.answers = answers;
    this.closing = closing;
    this.leads = leads;
  }

  Decision staff(Started state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> answers.wrote(state, wrote, now);
      case StaffEvent.AnyTime any -> Corrections.of(state, any);
      case StaffEvent.Claimed claimed -> claimed(state, claimed.staff(), now);
      case StaffEvent.TookIt took ->
          WaitingRules.alreadyTaken(state, took.staff())
              .orElseGet(() -> claimed(state, took.staff(), now));
      case StaffEvent.ClosedIt _ -> closing.close(state, CloseReason.BY_STAFF, now);
      case StaffEvent.NothingOwed _ -> new Ignore("it is the visitor's turn already");
      case StaffEvent.Promised promised -> answers.promised(state, promised, now, now);
      case StaffEvent.HandedOver handed -> handedOver(state, handed, now);
      case StaffEvent.HandedOverToDesk handed -> Moving.asItIs(state, handed);
      case StaffEvent.Asked asked -> answers.asked(state, asked, now);
      case StaffEvent.LeadDone _ -> leads.done(state, now);
    };
  }

  /// The visitor wrote after an answer: thanks, *nothing else* or a farewell begins the quiet
  /// ending, anything else is the staff's turn.
  Decision wrote(Started state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = state.progress().oneMoreMessage();
    Started next =
        wrote
            .closing()
            .filter(_ -> progress.answered())
            .<Started>map(
                kind -> new Ending(state.opening(), progress, QuietEnding.begin(kind, now, policy)))
            .orElseGet(() -> new Waiting(state.opening(), progress, wait(progress, wrote, now)));
    return Move.to(next)
        .say(Saying.ByVisitor.of(wrote))
        .owe(new Effect.Relay(progress.lastSeq()))
        .owe(new Effect.ShowCard());
  }

  private Wait wait(Progress progress, VisitorEvent.Wrote wrote, Instant now) {
    boolean first = progress.claim().isEmpty() && !progress.answered();
    return first
        ? Wait.begin(now, Column.FIRST, wrote.opener(), policy)
        : Wait.begin(now, Column.LATER, Opener.STATED, policy);
  }

  /// Somebody takes the conversation over while the visitor has the next word.
  static Decision claimed(Started state, Staff staff, Instant now) {
    return state.progress().isClaimedBy(staff)
        ? new Ignore("claimed already by the same person")
        : Move.to(state.with(state.progress().claimedBy(staff, now))).owe(new Effect.ShowCard());
  }

  /// No answer is owed: somebody else has it from now on, and the visitor is told.
  private static Decision handedOver(Started state, StaffEvent.HandedOver handed, Instant now) {
    if (state.progress().isClaimedBy(handed.to())) {
      return new Ignore("that person has it already");
    }
    Progress progress = state.progress().claimedBy(handed.to(), now).oneMoreMessage();
    Map<String, Object> about =
        Map.of("visitor", state.opening().visitor().shownName(), "name", handed.staff().name());
    return Move.to(state.with(progress))
        .say(Saying.ByBridge.of(TextKey.HANDED_OVER, Map.of("name", handed.to().name())))
        .owe(new Effect.TellDirectly(handed.to(), TextKey.TOLD_HANDED_OVER, about))
        .owe(new Effect.ShowCard());
  }

  Decision visitor(Started state, VisitorEvent event, CloseReason whenLeft, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> wrote(state, wrote, now);
      case VisitorEvent.SentForm form -> leads.form(state, form, now);
      case VisitorEvent.ChoseAnotherWay chose -> leads.chose(state, chose, now);
      case VisitorEvent.AnyTime any -> Corrections.of(state, any, now);
      case VisitorEvent.Left _ -> closing.end(state, whenLeft, now);
      case VisitorEvent.Disconnected _ -> new Ignore("the close comes by itself");
      case VisitorEvent.ChoseToWait _ -> new Ignore("nobody waits");
      case VisitorEvent.Rated _ -> new Ignore("the conversation goes on");
    };
  }
}
