package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.conversation.Conversation.Started;
import io.threadbridge.bridge.conversation.Decision.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of an effect changes what is known, never whose turn it is.
final class Outcomes {
  private Outcomes() {}

  static Decision of(Started state, OutcomeEvent event) {
    return switch (event) {
      case OutcomeEvent.ThreadOpened opened -> opened(state, opened);
      case OutcomeEvent.Posted posted -> posted(state, posted);
      case OutcomeEvent.Called called -> called(state, called);
      case OutcomeEvent.ThreadLost _ -> threadLost(state);
      case OutcomeEvent.Refused refused -> refused(state, refused);
      case OutcomeEvent.Settled _ -> Move.to(state);
    };
  }

  private static Move opened(Started state, OutcomeEvent.ThreadOpened opened) {
    Progress progress = state.progress();
    Counts counts = progress.counts().deliveredTo(opened.seq());
    return Move.to(state.with(progress.withThread(Optional.of(opened.thread())).with(counts)))
        .link(new PostLink(opened.card(), List.of(opened.seq())))
        .owe(new Effect.IndexThread(state.opening().desk(), opened.thread()));
  }

  private static Move posted(Started state, OutcomeEvent.Posted posted) {
    int last = posted.seqs().stream().mapToInt(Integer::intValue).max().orElse(0);
    Progress progress = state.progress();
    Move move = Move.to(state.with(progress.with(progress.counts().deliveredTo(last))));
    return posted.seqs().isEmpty() ? move : move.link(new PostLink(posted.post(), posted.seqs()));
  }

  /// What the visitor wrote is not lost silently.
  private static Move refused(Started state, OutcomeEvent.Refused refused) {
    Move move = Move.to(state);
    return refused.seqs().isEmpty()
        ? move
        : move.owe(new Effect.Notice(TextKey.NOTICE_PERHAPS_MISSING, Map.of()));
  }

  /// A call that nobody needs any more is taken back as soon as it is known where it stands.
  private static Move called(Started state, OutcomeEvent.Called called) {
    Progress progress = state.progress();
    Call unknown = new Call(called.desk(), Optional.empty());
    if (!progress.calls().contains(unknown)) {
      return Move.to(state).owe(new Effect.RetractCall(called.desk(), called.post()));
    }
    List<Call> calls = new ArrayList<>(progress.calls());
    calls.set(calls.indexOf(unknown), new Call(called.desk(), Optional.of(called.post())));
    return Move.to(state.with(progress.withCalls(List.copyOf(calls))));
  }

  /// A new card goes first, and then what was owed in the old thread; a second report of the same
  /// loss changes nothing.
  private static Move threadLost(Started state) {
    boolean known = state.progress().thread().isEmpty();
    Move move = Move.to(state.with(state.progress().withThread(Optional.empty())));
    return known ? move : move.owe(new Effect.OpenThread());
  }
}
