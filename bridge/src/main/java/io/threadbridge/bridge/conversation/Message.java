package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One entry of a conversation's transcript: what visitor and staff both read.
///
/// @param seq 1, 2, 3 … in the order of acceptance, without gaps
/// @param sayId the id that the visitor's browser gave, on a visitor's message
/// @param files what came with it; its text may be empty then
/// @param revision 0 as written; else the conversation's count of changes at which it was last
///     changed
public record Message(
    int seq,
    Author author,
    String text,
    Instant at,
    Optional<String> sayId,
    List<SharedFile> files,
    int revision,
    boolean deleted) {
  /// A message without files.
  public Message(
      int seq,
      Author author,
      String text,
      Instant at,
      Optional<String> sayId,
      int revision,
      boolean deleted) {
    this(seq, author, text, at, sayId, List.of(), revision, deleted);
  }

  /// The same message with other words.
  public Message edited(String newText, int atRevision) {
    return new Message(seq, author, newText, at, sayId, files, atRevision, false);
  }

  /// The same message without words and files.
  public Message blanked(int atRevision) {
    return new Message(seq, author, "", at, sayId, List.of(), atRevision, true);
  }

  /// The same message, one of whose files stands in one more post of a desk.
  public Message withStanding(String file, SharedFile.Standing standing) {
    List<SharedFile> known = SharedFile.change(files, file, found -> found.standing(standing));
    return new Message(seq, author, text, at, sayId, known, revision, deleted);
  }

  @Override
  public String toString() {
    return "Message[" + seq + "]";
  }
}
