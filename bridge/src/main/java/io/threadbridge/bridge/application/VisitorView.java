package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Staff;
import java.util.List;
import java.util.Optional;

/// What a visitor's browser must be shown of a conversation since it last looked.
///
/// @param fresh messages it has not had, in order
/// @param changed messages it has had, that were edited or deleted since
/// @param lastSeq the number of messages in all
/// @param revision the number of changes in all
/// @param delivered the desk has the visitor's messages up to this number
/// @param seen the visitor has seen everything up to this number
/// @param with who has the conversation, or answered last
public record VisitorView(
    List<Message> fresh,
    List<Message> changed,
    int lastSeq,
    int revision,
    int delivered,
    int seen,
    Phase phase,
    Optional<Staff> with) {

  /// The protocol's phases.
  public enum Phase {
    /// Nothing said yet.
    NEW,
    /// The staff owe the next word and nobody has it yet.
    WAITING,
    /// The staff owe the next word and somebody has it.
    CLAIMED,
    /// The visitor has the next word.
    ANSWERED,
    /// It has ended.
    CLOSED,
    /// It was erased.
    ERASED
  }
}
