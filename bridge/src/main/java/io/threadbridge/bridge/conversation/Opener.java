package io.threadbridge.bridge.conversation;

/// What a visitor's first words amount to, PRODUCT 1.4.
public enum Opener {
  /// Only a greeting: whoever claims it greets back.
  BARE_GREETING,
  /// They say what the visitor wants.
  STATED,
  /// One word, or garbled: a clarifying question is offered to the staff.
  UNCLEAR
}
