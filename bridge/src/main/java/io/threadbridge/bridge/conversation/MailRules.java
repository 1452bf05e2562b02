package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// The continuation by email, PRODUCT 1.3: what a gone visitor has not read follows after five
/// minutes, at most one mail in a quarter of an hour.
final class MailRules {
  private final Policy policy;

  MailRules(Policy policy) {
    this.policy = policy;
  }

  /// What a wake-up owes by mail, and the state in which everything else of it is decided.
  record Mailed(Started state, List<Effect> effects) {
    Decision then(Function<Started, Decision> rest) {
      Decision decision = rest.apply(state);
      if (effects.isEmpty()) {
        return decision;
      }
      return switch (decision) {
        case Decision.Move move -> move.owe(effects);
        case Decision.Snooze snooze -> Decision.Move.to(snooze.next()).owe(effects);
        case Decision.Ignore _, Decision.Anew _ -> Decision.Move.to(state).owe(effects);
      };
    }
  }

  Mailed before(Started state, VisitorFacts facts, Instant now) {
    Progress progress = state.progress();
    Mailing mailing = progress.mailing();
    if (!Moments.isDue(mailing.dueAt(), now)) {
      return new Mailed(state, List.of());
    }
    if (!mailing.owes(progress.counts())) {
      return new Mailed(state.with(progress.with(mailing.notDue())), List.of());
    }
    Instant since = mailing.dueAt().orElse(now).minus(policy.mailAfter());
    if (!facts.goneBy(now, since, policy)) {
      return notGone(state, mailing, now);
    }
    int after = Math.max(mailing.upTo(), progress.counts().seen());
    int upTo = progress.lastSeq();
    Effect mail = new Effect.Mail(mailing.address().orElseThrow(), after, upTo);
    return new Mailed(state.with(progress.with(mailing.sent(now, upTo))), List.of(mail));
  }

  /// Whoever is there reads it there; after the close nobody looks for
  /// longer than it may be reopened.
  private Mailed notGone(Started state, Mailing mailing, Instant now) {
    boolean over =
        state instanceof Closed closed && !closed.at().plus(policy.reopen()).isAfter(now);
    Duration again = state instanceof Closed ? policy.mailAfter() : policy.goneAfter();
    Mailing next = over ? mailing.notDue() : mailing.due(now, again, policy.mailEvery());
    return new Mailed(state.with(state.progress().with(next)), List.of());
  }
}
