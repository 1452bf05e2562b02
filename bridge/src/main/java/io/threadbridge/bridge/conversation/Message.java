package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// One entry of a conversation's transcript: what visitor and staff both read.
///
/// @param seq 1, 2, 3 … in the order of acceptance, without gaps
/// @param sayId the id that the visitor's browser gave, on a visitor's message
/// @param revision 0 as written; else the conversation's count of changes at which it was last
///     changed
public record Message(
    int seq,
    Author author,
    String text,
    Instant at,
    Optional<String> sayId,
    int revision,
    boolean deleted) {

  /// The same message with other words.
  public Message edited(String newText, int atRevision) {
    return new Message(seq, author, newText, at, sayId, atRevision, false);
  }

  /// The same message without words.
  public Message blanked(int atRevision) {
    return new Message(seq, author, "", at, sayId, atRevision, true);
  }

  @Override
  public String toString() {
    return "Message[" + seq + "]";
  }
}
