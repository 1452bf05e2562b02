package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// The numbers of a conversation's transcript.
///
/// @param lastSeq the number of messages
/// @param lastStaffSeq the number of the last message that a person of the firm wrote; 0 if none
/// @param lastStaffAt when that was; empty if none
/// @param revision the number of changes to messages
/// @param delivered the desk has the visitor's messages up to this number
/// @param seen the visitor has seen everything up to this number
/// @param holds the hold texts of the whole conversation
public record Counts(
    int lastSeq,
    int lastStaffSeq,
    Optional<Instant> lastStaffAt,
    int revision,
    int delivered,
    int seen,
    int holds) {
  static final Counts NONE = new Counts(0, 0, Optional.empty(), 0, 0, 0, 0);

  Counts message() {
    return new Counts(lastSeq + 1, lastStaffSeq, lastStaffAt, revision, delivered, seen, holds);
  }

  Counts staffMessage(Instant at) {
    int seq = lastSeq + 1;
    return new Counts(seq, seq, Optional.of(at), revision, delivered, seen, holds);
  }

  Counts change() {
    return new Counts(lastSeq, lastStaffSeq, lastStaffAt, revision + 1, delivered, seen, holds);
  }

  Counts hold() {
    return new Counts(lastSeq + 1, lastStaffSeq, lastStaffAt, revision, delivered, seen, holds + 1);
  }

  Counts deliveredTo(int seq) {
    int most = Math.max(delivered, seq);
    return new Counts(lastSeq, lastStaffSeq, lastStaffAt, revision, most, seen, holds);
  }

  Counts seenTo(int seq) {
    int most = Math.max(seen, Math.min(seq, lastSeq));
    return new Counts(lastSeq, lastStaffSeq, lastStaffAt, revision, delivered, most, holds);
  }

  /// Whether a person's words wait for the visitor to read them.
  boolean unread() {
    return seen < lastStaffSeq;
  }
}
