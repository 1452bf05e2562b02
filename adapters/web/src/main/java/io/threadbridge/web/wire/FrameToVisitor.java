package io.threadbridge.web.wire;

import io.threadbridge.bridge.conversation.SharedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a visitor's client is sent, section 6 of the visitor protocol.
public sealed interface FrameToVisitor {
  /// The line is up; `seq` is the conversation's last number.
  record Welcome(String conversation, int seq) implements FrameToVisitor {}

  /// A sign of life.
  record Pong() implements FrameToVisitor {}

  /// What came under this id is stored.
  ///
  /// @param at when, where that is known; the message itself always says it
  record Accepted(String id, int seq, Optional<Instant> at) implements FrameToVisitor {}

  /// What came under this id was not done.
  ///
  /// @param retryAfter how long to wait before it may come again; whole seconds, at least one
  record Refused(Optional<String> id, Reason reason, Optional<Duration> retryAfter)
      implements FrameToVisitor {
    /// A refusal that waiting does not change.
    public static Refused of(Optional<String> id, Reason reason) {
      return new Refused(id, reason, Optional.empty());
    }
  }

  /// One message of the transcript.
  ///
  /// @param id of the `say` that it was, on the visitor's own
  /// @param files what came with it; none if it was taken back
  record Said(
      int seq,
      From from,
      String text,
      Instant at,
      Optional<String> id,
      List<FileFacts> files,
      boolean edited,
      boolean deleted)
      implements FrameToVisitor {
    @Override
    public String toString() {
      return "Said[" + seq + "]";
    }
  }

  /// What is told of a file: never where it is.
  ///
  /// @param type its media type; of a desk's file as the platform says
  /// @param size in bytes
  record FileFacts(String id, String name, String type, long size) {
    /// What is told of this file.
    public static FileFacts of(SharedFile file) {
      return new FileFacts(file.id(), file.name(), file.type(), file.size());
    }

    @Override
    public String toString() {
      return "FileFacts[" + id + "]";
    }
  }

  /// Whose words a message holds.
  ///
  /// @param role `visitor`, `staff` or `bridge`
  record From(String role, Optional<Face> face) {}

  /// A staff member as visitors see them; `photo` is an address that a browser may load.
  record Face(String name, Optional<String> photo) {}

  /// Message `seq` has other words now.
  record Edited(int seq, String text) implements FrameToVisitor {
    @Override
    public String toString() {
      return "Edited[" + seq + "]";
    }
  }

  /// The words of message `seq` are gone.
  record Deleted(int seq) implements FrameToVisitor {}

  /// The desk's platform has the visitor's messages up to `seq`.
  record Delivered(int seq) implements FrameToVisitor {}

  /// How things stand, and with whom.
  ///
  /// @param until the promised moment
  /// @param choices what `choice` may say; empty while there is none
  /// @param told the names of those who were told that the visitor waits
  /// @param rate whether the visitor is asked what they thought of it
  record State(
      String phase,
      Optional<Face> with,
      Optional<Instant> until,
      List<String> choices,
      List<String> told,
      boolean rate)
      implements FrameToVisitor {
    /// A phase of which there is nothing more to tell than with whom it is.
    public static State of(String phase, Optional<Face> with) {
      return new State(phase, with, Optional.empty(), List.of(), List.of(), false);
    }
  }

  /// How the site takes words now.
  ///
  /// @param mode `chat` or `form`
  /// @param opens the next opening, if it is closed and that is known
  record Availability(String mode, Optional<Instant> opens) implements FrameToVisitor {}

  /// The token to use from now on.
  record Token(String token) implements FrameToVisitor {
    @Override
    public String toString() {
      return "Token[]";
    }
  }

  /// The conversation goes on in another.
  record Moved(String conversation, String token) implements FrameToVisitor {
    @Override
    public String toString() {
      return "Moved[" + conversation + "]";
    }
  }
}
