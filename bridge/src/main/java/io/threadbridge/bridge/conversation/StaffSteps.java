package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Waiting;
import io.threadbridge.bridge.conversation.Decision.Move;
import io.threadbridge.bridge.conversation.StaffClock.Action;
import io.threadbridge.bridge.conversation.StaffClock.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes the steps of the staff's clock that are due. After a late wake-up several are: each is
/// taken, but the visitor reads one text, not three in a row.
final class StaffSteps {
  private final Policy policy;
  private final Closing closing;
  private final Leads leads;

  StaffSteps(Policy policy, Closing closing, Leads leads) {
    this.policy = policy;
    this.closing = closing;
    this.leads = leads;
  }

  Move take(Waiting state, VisitorFacts facts, SiteFacts site, Instant now) {
    List<Step> due = due(state.clock(), now);
    List<Action> holds = due.stream().map(Step::action).filter(Action::isHold).toList();
    if (!holds.isEmpty() && !site.open() && !hasJustAnswered(state, now)) {
      return closedNow(state, site, now);
    }
    Wait wait = state.clock().stepsDone(state.clock().stepsDone() + due.size(), policy);
    Move move = Move.to(new Waiting(state.opening(), state.progress(), wait));
    for (Step step : due) {
      move = taken(move, step.action(), facts, site, now);
    }
    return holds.isEmpty() ? move : hold(move, holds, site, now);
  }

  private List<Step> due(Wait wait, Instant now) {
    List<Step> steps = policy.clock().steps(wait.column());
    return steps.subList(wait.stepsDone(), steps.size()).stream()
        .takeWhile(step -> !wait.from().plus(step.after()).isAfter(now))
        .toList();
  }

  private Move taken(Move move, Action action, VisitorFacts facts, SiteFacts site, Instant now) {
    Waiting state = (Waiting) move.next();
    return switch (action) {
      case HOLD, HOLD_WITH_CHOICE -> move;
      case NUDGE_CLAIMER ->
          state
              .progress()
              .claim()
              .map(
                  claim ->
                      new Effect.TellDirectly(claim.by(), TextKey.TOLD_WAITING, visitor(state)))
              .map(move::owe)
              .orElse(move);
      case CALL_DESK -> site.open() ? call(move, state, state.desk()) : move;
      case CALL_OVERFLOW -> site.overflow().map(desk -> call(move, state, desk)).orElse(move);
      case TELL_ON_CALL -> isWorthWaking(state, facts, now) ? onCall(move, state, site, now) : move;
      case TELL_MANAGER ->
          isWorthWaking(state, facts, now) && site.open()
              ? site.manager()
                  .map(manager -> person(move, state, manager, TextKey.TOLD_MANAGER, now))
                  .orElse(move)
              : move;
      case CALL_HOOK -> move.owe(new Effect.CallHook());
      case MISS -> missed(move, state);
    };
  }

  /// Whoever has gone without an address cannot be answered: nobody is woken for them.
  private boolean isWorthWaking(Waiting state, VisitorFacts facts, Instant now) {
    return state.progress().mailing().address().isPresent()
        || !facts.goneBy(now, state.clock().since(), policy);
  }

  private static Move call(Move move, Waiting state, DeskRef desk) {
    List<Call> calls = state.progress().calls();
    if (calls.stream().anyMatch(call -> call.desk().equals(desk))
        || calls.size() >= Progress.CALLS_MAX) {
      return move;
    }
    List<Call> more = new ArrayList<>(calls);
    more.add(new Call(desk, Optional.empty()));
    return move.leadingTo(state.with(state.progress().withCalls(List.copyOf(more))))
        .owe(new Effect.CallDesk(desk))
        .owe(new Effect.ShowCard());
  }

  /// The next of the rota whom nobody has told yet, and who has not claimed it already.
  private static Move onCall(Move move, Waiting state, SiteFacts site, Instant now) {
    return site.onCall().stream()
        .filter(staff -> !state.clock().care().hasTold(staff))
        .filter(staff -> !state.progress().isClaimedBy(staff))
        .findFirst()
        .map(staff -> person(move, state, staff, TextKey.TOLD_ON_CALL, now))
        .orElse(move);
  }

  private static Move person(Move move, Waiting state, Staff staff, TextKey key, Instant now) {
    if (state.clock().care().hasTold(staff)) {
      return move;
    }
    Wait told = state.clock().with(state.clock().care().told(staff, now));
    int minutes = roundedUp(Duration.between(state.clock().since(), now));
    Map<String, Object> arguments =
        Map.of("visitor", state.opening().visitor().shownName(), "minutes", minutes);
    return move.leadingTo(new Waiting(state.opening(), state.progress(), told))
        .owe(new Effect.CallPerson(staff, key, arguments))
        .owe(new Effect.ShowCard());
  }

  private static Move missed(Move move, Waiting state) {
    Verdict verdict = state.progress().verdict();
    return verdict.missed()
        ? move
        : move.leadingTo(state.with(state.progress().with(verdict.missedNow())))
            .owe(new Effect.ShowCard());
  }

  private static Move hold(Move move, List<Action> holds, SiteFacts site, Instant now) {
    Waiting state = (Waiting) move.next();
    Care care = state.clock().care();
    if (care.holds() >= StaffClock.HOLDS_MAX) {
      return move;
    }
    boolean offers = holds.contains(Action.HOLD_WITH_CHOICE) && !care.choiceOffered();
    Counts counts = state.progress().counts();
    List<Phrase> phrases = new ArrayList<>(List.of(variant(counts.holds() + 1, now)));
    boolean first = care.holds() == 0 && state.clock().column() == StaffClock.Column.FIRST;
    site.waitEstimate().filter(_ -> first).map(StaffSteps::estimate).ifPresent(phrases::add);
    if (offers) {
      phrases.add(Phrase.of(TextKey.CHOICE));
    }
    Waiting told =
        new Waiting(
            state.opening(),
            state.progress().with(counts.hold()),
            state.clock().with(care.held(offers, now)));
    return move.leadingTo(told).say(new Saying.ByBridge(List.copyOf(phrases)));
  }

  /// A text that this conversation has not had yet: the variants first, then one that names the
  /// time.
  private static Phrase variant(int number, Instant now) {
    return new Phrase(
        TextKey.HOLD,
        number <= TextKey.HOLD_VARIANTS
            ? Map.of("variant", number)
            : Map.of("variant", 0, "time", now.truncatedTo(ChronoUnit.MILLIS)));
  }

  private static Phrase estimate(Duration length) {
    return new Phrase(TextKey.WAIT_ESTIMATE, Map.of("minutes", roundedUp(length)));
  }

  /// After closing time the next hold text says so, and the wait becomes a lead. Whoever has read
  /// it already is not told again.
  private Move closedNow(Waiting state, SiteFacts site, Instant now) {
    Progress progress = state.progress();
    if (progress.lead().isPresent()) {
      return closing.defer(state, progress, now);
    }
    Optional<Lead> known = leads.fromKnownAddress(progress, now);
    Lead lead = known.orElseGet(() -> new Lead(Lead.Way.EMAIL, Optional.empty(), now));
    List<Phrase> phrases = new ArrayList<>(List.of(closed(site), whoHasIt(progress)));
    lead.contact()
        .map(contact -> new Phrase(TextKey.CLOSED_WILL_WRITE, Map.of("contact", contact)))
        .ifPresent(phrases::add);
    return leads
        .begin(state, lead, now)
        .say(new Saying.ByBridge(List.copyOf(phrases)))
        .owe(Leads.notice(lead));
  }

  /// Nobody is sent away in the middle of a talk: after a person's word the texts stay those of the
  /// wait for a while.
  private static boolean hasJustAnswered(Waiting state, Instant now) {
    return state
        .progress()
        .counts()
        .lastStaffAt()
        .filter(at -> at.plus(Policy.FORM_AFTER_ANSWER).isAfter(now))
        .isPresent();
  }

  private static Phrase closed(SiteFacts site) {
    return site.closedSince().isPresent() && site.opensAgain().isPresent()
        ? new Phrase(
            TextKey.CLOSED_NOW,
            Map.of("closed", site.closedSince().get(), "opens", site.opensAgain().get()))
        : Phrase.of(TextKey.CLOSED_FOR_NOW);
  }

  private static Phrase whoHasIt(Progress progress) {
    return progress
        .claim()
        .map(claim -> new Phrase(TextKey.CLOSED_CLAIMED, Map.of("name", claim.by().name())))
        .orElseGet(() -> Phrase.of(TextKey.CLOSED_KEPT));
  }

  private static Map<String, Object> visitor(Waiting state) {
    return Map.of("visitor", state.opening().visitor().shownName());
  }

  /// In minutes; whole numbers of a text are ints wherever they are kept.
  private static int roundedUp(Duration length) {
    return Math.toIntExact(Math.max(1, (length.toMillis() + 59_999) / 60_000));
  }
}
