package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Answered;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Ignore;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// The staff owe the next word: PRODUCT 1.2. No visitor waits in silence.
final class WaitingRules {
  private final Policy policy;
  private final CommonRules common;

  WaitingRules(Policy policy, CommonRules common) {
    this.policy = policy;
    this.common = common;
  }

  Decision decide(Waiting state, ConversationEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent visitor -> visitor(state, visitor, now);
      case StaffEvent staff -> staff(state, staff, now);
      case OutcomeEvent outcome -> common.outcome(state, outcome);
      case TimeEvent.Woke woke -> woke(state, woke.facts(), now);
    };
  }

  private Decision visitor(Waiting state, VisitorEvent event, Instant now) {
    return switch (event) {
      case VisitorEvent.Wrote wrote -> wrote(state, wrote, now);
      case VisitorEvent.Edited edited -> common.visitorEdited(state, edited);
      case VisitorEvent.Deleted deleted -> common.visitorDeleted(state, deleted);
      case VisitorEvent.Saw saw -> CommonRules.saw(state, saw);
      case VisitorEvent.Disconnected _ ->
          Move.to(
              with(
                  state,
                  state.progress(),
                  state.clock().lookingWithin(policy.wholeSilence(), now)));
      case VisitorEvent.Left _ -> CommonRules.close(state, CloseReason.LEFT, now);
      case VisitorEvent.AskedToErase _ -> CommonRules.erase(state, now);
    };
  }

  private Decision wrote(Waiting state, VisitorEvent.Wrote wrote, Instant now) {
    Progress progress = state.progress().oneMoreMessage();
    return Move.to(with(state, progress, state.clock().touched(now, policy)))
        .say(new Saying.ByVisitor(wrote.sayId(), wrote.text()))
        .owe(new Effect.Relay(progress.lastSeq()));
  }

  private Decision staff(Waiting state, StaffEvent event, Instant now) {
    return switch (event) {
      case StaffEvent.Wrote wrote -> common.staffWrote(state, wrote, now);
      case StaffEvent.Edited edited -> common.staffEdited(state, edited);
      case StaffEvent.Deleted deleted -> common.staffDeleted(state, deleted);
      case StaffEvent.Claimed claimed -> claimed(state, claimed.staff(), now);
      case StaffEvent.ClosedIt _ -> CommonRules.close(state, CloseReason.BY_STAFF, now);
      case StaffEvent.NothingOwed _ ->
          Move.to(new Answered(state.opening(), state.progress(), Silence.begin(now, policy)))
              .owe(new Effect.ShowCard());
    };
  }

  /// A claim is a sign of life: it replaces the hold text that was next, and the claimer's own
  /// clock begins.
  private Decision claimed(Waiting state, Staff staff, Instant now) {
    if (state.progress().claim().filter(claim -> claim.by().id().equals(staff.id())).isPresent()) {
      return new Ignore("claimed already by the same person");
    }
    Progress progress = state.progress().claimedBy(staff, now);
    return Move.to(with(state, progress, state.clock().claimed(now, policy)))
        .owe(new Effect.ShowCard());
  }

  private Decision woke(Waiting state, VisitorFacts facts, Instant now) {
    Wait wait = state.clock();
    if (isDue(Optional.of(wait.lookAt()), now)) {
      Instant goneFor = facts.lostAt().orElse(wait.since()).plus(policy.wholeSilence());
      if (facts.goneBy(now, wait.since(), policy) && !goneFor.isAfter(now)) {
        return CommonRules.close(state, CloseReason.LEFT, now);
      }
      Instant next = facts.connected() ? now.plus(policy.wholeSilence()) : laterOf(goneFor, now);
      return woke(with(state, state.progress(), wait.lookingAt(next)), facts, now);
    }
    if (isDue(Optional.of(wait.abandonAt()), now)) {
      return abandon(state, now);
    }
    return isDue(wait.stepAt(), now)
        ? step(state, now)
        : new Decision.Snooze(state, "nothing is due yet");
  }

  private Decision step(Waiting state, Instant now) {
    StaffClock.Step step =
        StaffClock.steps(policy, state.clock().column()).get(state.clock().stepsDone());
    return switch (step.action()) {
      case HOLD -> hold(state, now);
    };
  }

  /// A text that this conversation has not had yet: the variants first, then one that names the
  /// time.
  private Decision hold(Waiting state, Instant now) {
    int number = state.progress().holds() + 1;
    Map<String, Object> arguments =
        number <= TextKey.HOLD_VARIANTS
            ? Map.of("variant", number)
            : Map.of("variant", 0, "time", now.truncatedTo(ChronoUnit.MILLIS));
    Progress progress = state.progress().oneMoreHold().oneMoreMessage();
    return Move.to(with(state, progress, state.clock().stepDone(policy)))
        .say(new Saying.ByBridge(TextKey.HOLD, arguments));
  }

  private static Decision abandon(Waiting state, Instant now) {
    Waiting told = new Waiting(state.opening(), state.progress().oneMoreMessage(), state.clock());
    Move closed = CommonRules.close(told, CloseReason.MISSED, now);
    return closed.say(new Saying.ByBridge(TextKey.ABANDONED, Map.of()));
  }

  private static Waiting with(Waiting state, Progress progress, Wait wait) {
    return new Waiting(state.opening(), progress, wait);
  }

  private static boolean isDue(Optional<Instant> moment, Instant now) {
    return moment.isPresent() && !moment.get().isAfter(now);
  }

  /// Never now or earlier: a look must not find itself due again.
  private Instant laterOf(Instant moment, Instant now) {
    return moment.isAfter(now) ? moment : now.plus(policy.goneAfter());
  }
}
