package io.threadbridge.bridge.port;

import java.time.Instant;
import java.util.Optional;

/// Whether a visitor who begins now is answered in the chat.
///
/// @param mode chat, or the contact form
/// @param opensAgain when the firm opens again; empty while open, or if nobody can tell
public record Availability(Mode mode, Optional<Instant> opensAgain) {
  /// What the widget offers.
  public enum Mode {
    /// The chat.
    CHAT,
    /// The contact form: the firm is closed, or cannot serve more visitors.
    FORM
  }

  /// The chat.
  public static final Availability OPEN = new Availability(Mode.CHAT, Optional.empty());
}
