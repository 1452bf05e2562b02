package io.threadbridge.bridge.site;

import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.conversation.SiteNews.Commented;
import io.threadbridge.bridge.conversation.SiteNews.FirstAnswer;
import io.threadbridge.bridge.conversation.SiteNews.LeadEnded;
import io.threadbridge.bridge.conversation.SiteNews.LeadOpened;
import io.threadbridge.bridge.conversation.SiteNews.Missed;
import io.threadbridge.bridge.conversation.SiteNews.WaitBegan;
import io.threadbridge.bridge.conversation.SiteNews.WaitEnded;
import io.threadbridge.bridge.site.SiteDecision.Ignore;
import io.threadbridge.bridge.site.SiteDecision.Move;
import io.threadbridge.bridge.site.SiteEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The rules of one site (PRODUCT 1.2 *Form mode* and *Wait estimate*, 1.5, 3 *digest*).
///
/// Whatever becomes true by the passing of time alone does so at its own moment, however late the
/// rules are asked: [#at] goes from one such moment to the next.
public final class SiteRules {
  /// What somebody says of themselves, or decides, holds until closing time and no longer than
  /// this: nobody thinks of it when going home.
  public static final Duration WORD_HOLDS = Duration.ofHours(12);

  /// So many moments are gone through one by one: more than there are in two days.
  private static final int EDGES_MAX = 100;

  private final SitePolicy policy;
  private final SiteModes modes;
  private final AttendanceRules attendances;

  /// The rules of a site with these settings.
  public SiteRules(SitePolicy policy) {
    this.policy = policy;
    this.modes = new SiteModes(policy);
    this.attendances = new AttendanceRules(policy);
  }

  /// Decides what an event changes.
  public SiteDecision decide(SiteState state, SiteEvent event) {
    Instant now = event.at().isAfter(state.at()) ? event.at() : state.at();
    SiteState before = at(state, now);
    Optional<SiteState> changed = changed(before, event, now);
    if (changed.isEmpty()) {
      return new Ignore("nothing new");
    }
    SiteState next = modes.judged(changed.get(), now);
    List<SiteEffect> effects = effects(state, next);
    return new Move(next.with(next.words().owing(effects, next.at())), effects);
  }

  /// The state as it is at a later moment at which nothing else has happened, if it was saved as it
  /// is: who was there is counted no further than anybody can have known.
  public SiteState at(SiteState state, Instant now) {
    Instant known = attendances.knownUntil(state);
    SiteState reached = state;
    Optional<Instant> edge = edge(reached).filter(moment -> moment.isBefore(now));
    for (int count = 0; count < EDGES_MAX && edge.isPresent(); count++) {
      reached = moved(reached, edge.get(), known);
      edge = edge(reached).filter(moment -> moment.isBefore(now));
    }
    return now.isBefore(reached.at()) ? reached : moved(reached, now, known);
  }

  private SiteState moved(SiteState state, Instant now, Instant known) {
    Digests digests = state.digests().at(policy, state.at(), now);
    Attendance attendance = attendances.at(state, now.isBefore(known) ? now : known);
    return modes.judged(state.at(now).with(digests).with(attendance), now);
  }

  private List<SiteEffect> effects(SiteState before, SiteState next) {
    List<SiteEffect> effects = new ArrayList<>(modes.effects(before, next));
    Digests known = before.digests().begun(policy, before.at());
    next.digests().since(known, policy, next.at()).stream()
        .flatMap(this::digests)
        .forEach(effects::add);
    return List.copyOf(effects);
  }

  /// One for each desk, the site's own first.
  private Stream<SiteEffect> digests(DigestPeriod period) {
    SiteEffect own = new SiteEffect.TellDigest(period, Optional.empty());
    Stream<SiteEffect> others =
        policy.otherDesks().stream()
            .map(desk -> new SiteEffect.TellDigest(period, Optional.of(desk)));
    return Stream.concat(Stream.of(own), others);
  }

  /// When the site wants to be woken: when anything would change by itself, the desk is to be told
  /// something, or an hour is over in which people were there. Empty if that is never.
  public Optional<Instant> wakeAt(SiteState state) {
    return Stream.of(edge(state), state.words().nextTry(), attendances.due(state))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /// Whether it is inside hours and somebody is there, or somebody has opened the chat by hand.
  public boolean isOpen(SiteState state) {
    return state.overrule().map(word -> !word.form()).orElse(false) || modes.isServed(state);
  }

  /// When the site opens again, if it is outside hours.
  public Optional<Instant> opensAgain(SiteState state) {
    return policy.hours().opensAgain(state.at());
  }

  /// What a first answer has usually taken of late, at this time of the week or the day.
  public Optional<Duration> waitEstimate(SiteState state) {
    return state.answers().estimate(state.at(), policy.zone());
  }

  /// Until when somebody's word of now holds.
  public Instant holdsUntil(Instant now) {
    Instant most = now.plus(WORD_HOLDS);
    Optional<Instant> opens =
        policy.hours().isOpen(now) ? Optional.of(now) : policy.hours().opensAgain(now);
    return opens
        .flatMap(policy.hours()::nextChange)
        .filter(closes -> closes.isBefore(most))
        .orElse(most);
  }

  private Optional<Instant> edge(SiteState state) {
    return Stream.of(
            policy.hours().nextChange(state.at()),
            modes.nextChange(state.mode()),
            state.overrule().map(Overrule::until),
            state.crowd().nextChange(policy, state.at()),
            state.team().nextChange(),
            state.digests().nextChange(policy, state.at()))
        .flatMap(Optional::stream)
        .filter(moment -> moment.isAfter(state.at()))
        .min(Instant::compareTo);
  }

  /// Empty if nothing does.
  private Optional<SiteState> changed(SiteState state, SiteEvent event, Instant now) {
    return switch (event) {
      case SiteEvent.Told told -> Optional.of(told(state, told, now));
      case SiteEvent.PresenceSeen(_, var present) ->
          state.team().knows(present, now)
              ? Optional.empty()
              : Optional.of(state.with(state.team().seen(present, now)));
      case SiteEvent.Switched(_, var staff, var on) ->
          Optional.of(
              state.with(state.team().switched(new Team.Switch(staff, on, holdsUntil(now)))));
      case SiteEvent.TookShift(_, var shift) -> Optional.of(state.with(state.team().took(shift)));
      case SiteEvent.Overruled overruled ->
          Optional.of(state.overruled(overrule(overruled, holdsUntil(now))));
      case SiteEvent.Woke _ -> Optional.of(state.with(attendances.begun(state)));
      case SiteEvent.CountedPresence(_, var hours) ->
          Optional.of(state.with(state.attendance().without(hours)));
      case SiteEvent.Telling(_, var number) ->
          state
              .words()
              .find(number)
              .filter(owed -> owed.isDue(now))
              .map(_ -> again(state, number, one -> one.begun(now.plus(Words.TURN))));
      case SiteEvent.ToldDesk(_, var number, var outcome) ->
          Optional.of(settled(state, number, outcome, now));
    };
  }

  private SiteState told(SiteState state, SiteEvent.Told told, Instant now) {
    Instant happened = told.happened().isBefore(now) ? told.happened() : now;
    SiteNews news = told.news();
    Crowd crowd = state.crowd();
    return switch (news) {
      case WaitBegan() -> state.with(crowd.began(told.from(), happened).at(now));
      case WaitEnded() -> state.with(crowd.ended(told.from()));
      case Missed() ->
          state
              .with(crowd.missed(told.from(), happened))
              .with(state.answers().with(happened, FirstAnswers.MISS, policy.zone()));
      case FirstAnswer(var after) ->
          crowd.hasMissed(told.from())
              ? state
              : state.with(state.answers().with(happened, after, policy.zone()));
      case LeadOpened() -> state.with(state.leads().with(told.from(), happened));
      case LeadEnded() -> state.with(state.leads().without(told.from()));
      case Commented() -> state.with(state.comments().with(told.from(), happened));
    };
  }

  private static Optional<Overrule> overrule(SiteEvent.Overruled event, Instant until) {
    return switch (event.wish()) {
      case FORM -> Optional.of(new Overrule(true, event.by(), until));
      case CHAT -> Optional.of(new Overrule(false, event.by(), until));
      case AUTO -> Optional.empty();
    };
  }

  private static SiteState settled(SiteState state, long number, Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Settled() -> state.with(state.words().without(number));
      case Outcome.NotYet(var after) -> again(state, number, one -> one.notYet(now.plus(after)));
      case Outcome.Unknown(var after) -> again(state, number, one -> one.unknown(now.plus(after)));
    };
  }

  private static SiteState again(SiteState state, long number, UnaryOperator<Words.Owed> change) {
    return state.with(state.words().with(number, change));
  }
}
