package io.threadbridge.bridge.conversation;

/// Whose words a message holds.
public sealed interface Author {
  /// The visitor's own.
  record OfVisitor() implements Author {}

  /// A staff member's, shown with name and photo.
  record OfStaff(Staff staff) implements Author {}

  /// The bridge's: a hold text, a question, a farewell.
  record OfBridge() implements Author {}
}
