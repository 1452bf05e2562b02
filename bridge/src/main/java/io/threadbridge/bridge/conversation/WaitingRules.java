package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.StaffClock.Column;
import io.threadbridge.bridge.recognition.Opener;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The staff owe the next word: PRODUCT 1.2. No visitor waits in silence.
final class WaitingRules {
  private final Policy policy;
  private final Answers answers;
  private final Closing closing;
  private final Leads leads;
  private final StaffSteps steps;

  WaitingRules(Policy policy, Answers answers, Closing closing, Leads leads) {
    this.policy = policy;
    this.answers = answers;
    this.closing = closing;
    this.leads = leads;
    this.steps = new StaffSteps(policy, closing, leads);
  }

  Decision decide(Waiting state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> Outcomes.of(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke, now);
    };
  }

  private Decision visitor(Waiting state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> wrote(state, wrote, now);
      case VisitorEvent.SentForm form -> leads.form(state, form, now);
      case VisitorEvent.ChoseAnotherWay chose -> leads.chose(state, chose, now);
      case VisitorEvent.ChoseToWait _ -> keepsWaiting(state, now);
      case VisitorEvent.AnyTime any -> Corrections.of(state, any, now);
      case VisitorEvent.Disconnected _ ->
          Move.to(state.with(state.clock().lookingWithin(policy.wholeSilence(), now)));
      case VisitorEvent.Left _ -> closing.end(state, CloseReason.LEFT, now);
      case VisitorEvent.Rated _ -> new Ignore("the conversation goes on");
    };
  }

  private Decision wrote(Waiting state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = state.progress().oneMoreMessage();
    Wait touched = state.clock().touched(now, policy);
    return Move.to(new Waiting(state.opening(), progress, touched))
        .say(Saying.ByVisitor.of(wrote))
        .owe(new Effect.Relay(progress.lastSeq()));
  }

  private Decision keepsWaiting(Waiting state, Instant now) {
    return state.clock().care().choiceOffered()
        ? Move.to(
            state.with(
                state.clock().untilAbandoned(now, policy).with(state.clock().care().chose())))
        : new Ignore("there is no choice");
  }

  private Decision staff(Waiting state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> answers.wrote(state, wrote, now);
      case StaffEvent.AnyTime any -> Corrections.of(state, any);
      case StaffEvent.Claimed claimed -> claimed(state, claimed.staff(), now);
      case StaffEvent.TookIt took -> tookIt(state, took.staff(), now);
      case StaffEvent.ClosedIt _ -> closing.close(state, CloseReason.BY_STAFF, now);
      case StaffEvent.NothingOwed _ ->
          Move.to(new Answered(state.opening(), state.progress(), Silence.begin(now, policy)))
              .owe(new Effect.ShowCard());
      case StaffEvent.Promised promised ->
          answers.promised(state, promised, state.clock().since(), now);
      case StaffEvent.HandedOver handed -> handedOver(state, handed, now);
      case StaffEvent.HandedOverToDesk handed ->
          Moving.withAnAnswerOwed(state, handed, state.clock().since(), policy, now);
      case StaffEvent.Asked asked -> answers.asked(state, asked, now);
      case StaffEvent.LeadDone _ -> leads.done(state, now);
    };
  }

  /// A claim is a sign of life: it replaces the hold text that was next, calls are taken back, and
  /// the claimer's own clock begins. Who claims a bare greeting greets.
  private Decision claimed(Waiting state, Staff staff, Instant now) {
    if (state.progress().isClaimedBy(staff)) {
      return new Ignore("claimed already by the same person");
    }
    if (state.clock().care().opener() == Opener.BARE_GREETING && !state.progress().answered()) {
      return answers.greeting(state, staff, now);
    }
    Progress progress = state.progress().claimedBy(staff, now);
    Waiting next = new Waiting(state.opening(), progress, state.clock().claimed(now, policy));
    return Consequences.withoutCalls(Move.to(next), next).owe(new Effect.ShowCard());
  }

  /// Two people were told and both press: the first wins, the other learns who it was. Whoever was
  /// reached elsewhere says so in the thread, for those who look there.
  private Decision tookIt(Waiting state, Staff staff, Instant now) {
    return alreadyTaken(state, staff)
        .orElseGet(
            () ->
                claimed(state, staff, now) instanceof Move move
                    ? move.owe(
                        new Effect.Notice(TextKey.NOTICE_REACHED, Map.of("name", staff.name())))
                    : new Ignore("claimed already by the same person"));
  }

  static Optional<Decision> alreadyTaken(Started state, Staff staff) {
    return state
        .progress()
        .claim()
        .map(Claim::by)
        .filter(owner -> !owner.id().equals(staff.id()))
        .map(
            owner ->
                Move.to(state)
                    .owe(
                        new Effect.Hint(
                            staff, TextKey.HINT_ALREADY_CLAIMED, Map.of("name", owner.name()))));
  }

  private Decision handedOver(Waiting state, StaffEvent.HandedOver handed, Instant now) {
    if (state.progress().isClaimedBy(handed.to())) {
      return new Ignore("that person has it already");
    }
    return handOver(state, handed, state.clock().since(), policy, now);
  }

  static Move handOver(
      Started state, StaffEvent.HandedOver handed, Instant since, Policy policy, Instant now) {
    Wait wait = handedOverSince(since, policy, now);
    Progress progress = state.progress().unclaimed().oneMoreMessage();
    Waiting next = new Waiting(state.opening(), progress, wait);
    Map<String, Object> about =
        Map.of("visitor", state.opening().visitor().shownName(), "name", handed.staff().name());
    return Consequences.withoutCalls(Move.to(next), next)
        .say(Saying.ByBridge.of(TextKey.HANDED_OVER, Map.of("name", handed.to().name())))
        .owe(new Effect.CallPerson(handed.to(), TextKey.TOLD_HANDED_OVER, about))
        .owe(new Effect.ShowCard());
  }

  /// The clock starts as for a first message, with the text about it as its sign of life.
  static Wait handedOverSince(Instant since, Policy policy, Instant now) {
    Wait begun = Wait.begin(since, Column.FIRST, Opener.STATED, policy);
    int told = policy.clock().firstHold(Column.FIRST) + 1;
    return begun
        .untilAbandoned(now, policy)
        .lookingAt(now.plus(policy.wholeSilence()))
        .running(Column.FIRST, now, told, policy)
        .with(begun.care().held(false, now));
  }

  private Decision woke(Waiting state, TimeEvent.Woke woke, Instant now) {
    Wait wait = state.clock();
    VisitorFacts facts = woke.facts();
    if (Moments.isDue(Optional.of(wait.lookAt()), now)) {
      Instant goneFor = facts.lostAt().orElse(wait.since()).plus(policy.wholeSilence());
      if (facts.goneBy(now, wait.since(), policy) && !goneFor.isAfter(now)) {
        return gone(state, now);
      }
      Instant next = facts.connected() ? now.plus(policy.wholeSilence()) : laterOf(goneFor, now);
      return woke(state.with(wait.lookingAt(next)), woke, now);
    }
    if (Moments.isDue(Optional.of(wait.abandonAt()), now)) {
      return abandon(state, now);
    }
    return Moments.isDue(wait.stepAt(), now)
        ? steps.take(state, facts, woke.site(), now)
        : new Decision.Snooze(state, "nothing is due yet");
  }

  /// Whoever has gone for good is not waited for; with an address they are answered by email.
  private Decision gone(Waiting state, Instant now) {
    return leads
        .fromKnownAddress(state.progress(), now)
        .<Decision>map(
            lead ->
                closing
                    .defer(state, state.progress().withLead(Optional.of(lead)), now)
                    .owe(Leads.notice(lead)))
        .orElseGet(() -> closing.end(state, CloseReason.LEFT, now));
  }

  private Decision abandon(Waiting state, Instant now) {
    Progress told = state.progress().oneMoreMessage();
    Progress missed = told.with(told.verdict().missedNow());
    Optional<Lead> lead = missed.lead().or(() -> leads.fromKnownAddress(missed, now));
    Started next = state.with(missed.withLead(lead));
    Move move = closing.end(next, CloseReason.MISSED, now);
    move = move.say(Saying.ByBridge.of(TextKey.ABANDONED, Map.of()));
    return lead.map(Leads::notice).map(move::owe).orElse(move);
  }

  /// Never now or earlier: a look must not find itself due again.
  private Instant laterOf(Instant moment, Instant now) {
    return moment.isAfter(now) ? moment : now.plus(policy.goneAfter());
  }
}
