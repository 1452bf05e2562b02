package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.List;

/// What came of effects; saving one also settles them.
public sealed interface OutcomeEvent extends ConversationEvent {
  /// The card was posted; it holds the visitor's message `seq`.
  ///
  /// @param stay for which it was posted: the conversation may have moved on
  record ThreadOpened(Instant at, Stay stay, ThreadRef thread, PostRef card, int seq)
      implements OutcomeEvent {}

  /// The messages `seqs` stand in one post of the thread.
  ///
  /// @param stay at which it was posted: the conversation may have moved on
  record Posted(Instant at, Stay stay, PostRef post, List<Integer> seqs) implements OutcomeEvent {}

  /// A call stands in the channel of `desk`.
  record Called(Instant at, DeskRef desk, PostRef post) implements OutcomeEvent {}

  /// The platform will never take the visitor's messages `seqs` (empty: what was no words of
  /// theirs), or nobody will ever know whether it did.
  record Refused(Instant at, List<Integer> seqs, String reason) implements OutcomeEvent {}

  /// The thread is gone (its root was deleted): a new card will be posted.
  ///
  /// @param stay whose thread it was
  record ThreadLost(Instant at, Stay stay) implements OutcomeEvent {}

  /// Any other effect was carried out, or can never be (`reason` says why; empty if it was).
  record Settled(Instant at, String reason) implements OutcomeEvent {}
}
