package io.threadbridge.bridge.application;

import io.threadbridge.bridge.conversation.Message;
import io.threadbridge.bridge.conversation.Staff;
import java.time.Instant;
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
/// @param status whose turn it is, and what the visitor may do
public record VisitorView(
    List<Message> fresh,
    List<Message> changed,
    int lastSeq,
    int revision,
    int delivered,
    int seen,
    Status status) {

  /// Whose turn it is, and what the visitor may do.
  ///
  /// @param with who has the conversation, or answered last
  /// @param until when somebody has promised to be back
  /// @param choice whether the visitor may choose another way than waiting
  /// @param told the names of those who were told that the visitor waits
  /// @param rate whether the visitor is asked what they thought of it
  public record Status(
      Phase phase,
      Optional<Staff> with,
      Optional<Instant> until,
      boolean choice,
      List<String> told,
      boolean rate) {
    static Status of(Phase phase, Optional<Staff> with) {
      return new Status(phase, with, Optional.empty(), false, List.of(), false);
    }
  }

  /// The protocol's phases.
  public enum Phase {
    /// Nothing said yet.
    NEW,
    /// The staff owe the next word and nobody has it yet.
    WAITING,
    /// The staff owe the next word and somebody has it.
    CLAIMED,
    /// Somebody has promised to be back.
    PROMISED,
    /// The answer comes another way.
    FORM,
    /// The visitor has the next word.
    ANSWERED,
    /// It has ended.
    CLOSED,
    /// It was erased.
    ERASED
  }
}
