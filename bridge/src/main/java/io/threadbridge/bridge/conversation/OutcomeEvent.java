package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of effects; saving one also settles them.
public sealed interface OutcomeEvent extends ConversationEvent {
  /// The card was posted; it holds the visitor's message `seq`.
  ///
  /// @param stay for which it was posted: the conversation may have moved on
  /// @param files what came with that message and is to follow it
  record ThreadOpened(
      Instant at, Stay stay, ThreadRef thread, PostRef card, int seq, List<FileOf> files)
      implements OutcomeEvent {
    /// Words alone.
    public ThreadOpened(Instant at, Stay stay, ThreadRef thread, PostRef card, int seq) {
      this(at, stay, thread, card, seq, List.of());
    }
  }

  /// A file of message `seq`, by its id.
  record FileOf(int seq, String file) {}

  /// The messages `seqs` stand in one post of the thread.
  ///
  /// @param stay at which it was posted: the conversation may have moved on
  /// @param files what came with those messages and is to follow them
  record Posted(Instant at, Stay stay, PostRef post, List<Integer> seqs, List<FileOf> files)
      implements OutcomeEvent {
    /// Words alone.
    public Posted(Instant at, Stay stay, PostRef post, List<Integer> seqs) {
      this(at, stay, post, seqs, List.of());
    }
  }

  /// A file stands in a post of its own.
  ///
  /// @param message the message with which it came, as it is by now; empty if there is none
  record FilePosted(Instant at, Place place, PostRef post, String file, Optional<Message> message)
      implements OutcomeEvent {}

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
