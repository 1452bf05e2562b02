package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Conversation.Waiting;
import java.time.Instant;
import java.util.List;

/// What follows from every change of state, whatever caused it, so that no rule can forget it:
/// calls are taken back when nobody waits any more, and the site is told.
final class Consequences {
  private Consequences() {}

  static Decision of(Conversation before, Decision decision, Instant now) {
    return decision instanceof Decision.Move move ? of(before, move, now) : decision;
  }

  private static Decision.Move of(Conversation before, Decision.Move move, Instant now) {
    Decision.Move result =
        move.next() instanceof Started next && !(next instanceof Waiting)
            ? withoutCalls(move, next)
            : move;
    List<SiteNews> news = SiteNews.of(before, move.next(), now);
    return result.owe(news.stream().map(Effect.TellSite::new).toList());
  }

  /// Takes back what stands in a channel; a call that is still on its way is taken back when its
  /// outcome finds that nobody called.
  static Decision.Move withoutCalls(Decision.Move move, Started next) {
    List<Call> calls = next.progress().calls();
    return calls.isEmpty()
        ? move
        : move.leadingTo(next.with(next.progress().withCalls(List.of()))).owe(retracted(calls));
  }

  private static List<Effect> retracted(List<Call> calls) {
    return calls.stream()
        .flatMap(
            call -> call.post().map(post -> new Effect.RetractCall(call.desk(), post)).stream())
        .<Effect>map(effect -> effect)
        .toList();
  }
}
