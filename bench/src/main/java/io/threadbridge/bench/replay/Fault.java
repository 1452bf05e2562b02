package io.threadbridge.bench.replay;

/// Something that is not as it must be. It names places, never a visitor's words.
///
/// @param where which conversation, and which way
/// @param detail what about it, with positions counted from 1
record Fault(Kind kind, String where, String detail) {
  /// What went wrong.
  enum Kind {
    /// Said and never shown.
    LOST,
    /// Shown more often than said.
    DOUBLED,
    /// Everything is there, but not in its order.
    SWAPPED,
    /// Shown and never said in these words.
    ALTERED,
    /// The run itself met something that must not happen.
    TROUBLE
  }

  @Override
  public String toString() {
    return kind + " · " + where + " · " + detail;
  }
}
