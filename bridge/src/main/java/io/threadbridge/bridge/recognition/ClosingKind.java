package io.threadbridge.bridge.recognition;

/// What a message says that ends a conversation.
public enum ClosingKind {
  /// *Thank you!*
  THANKS,
  /// *No, nothing else.*
  NOTHING_ELSE,
  /// *Goodbye!*
  FAREWELL
}
