package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Closed;
import io.threadbridge.bridge.conversation.Conversation.Deferred;
import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.time.Instant;
import java.util.Optional;

/// How a conversation ends. Whom the firm still owes an answer by another way is not closed: the
/// thread stays answerable until somebody ticks the lead off.
final class Closing {
  private final Policy policy;

  Closing(Policy policy) {
    this.policy = policy;
  }

  /// It ends by itself, or because the visitor ends it.
  Move end(Started state, CloseReason reason, Instant now) {
    return state.progress().lead().isPresent()
        ? defer(state, state.progress(), now)
        : close(state, reason, now);
  }

  /// It ends for good; the card says so, and who had it is remembered for a reopening.
  Move close(Started state, CloseReason reason, Instant now) {
    Progress progress = state.progress().unclaimed();
    Mailing mailing = progress.mailing();
    if (mailing.owes(progress.counts()) && mailing.dueAt().isEmpty()) {
      progress = progress.with(mailing.due(now, policy.mailAfter(), policy.mailEvery()));
    }
    return Move.to(new Closed(state.opening(), progress.withLead(Optional.empty()), now, reason))
        .owe(new Effect.ShowCard());
  }

  Move defer(Started state, Progress progress, Instant now) {
    return Move.to(new Deferred(state.opening(), progress, Deferral.begin(now, policy)))
        .owe(new Effect.ShowCard());
  }
}
