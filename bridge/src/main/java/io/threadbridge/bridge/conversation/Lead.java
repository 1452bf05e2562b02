package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/// A visitor whom the firm owes an answer by another way; open until somebody ticks it off.
///
/// @param contact an address or a telephone number, at most [#CONTACT_MAX] characters; empty until
///     the visitor leaves one
/// @param since when it became a lead
public record Lead(Way way, Optional<String> contact, Instant since) {
  /// The most characters of an address or a telephone number.
  public static final int CONTACT_MAX = 254;

  /// How the visitor wants the answer.
  public enum Way {
    /// A call back.
    CALLBACK,
    /// The answer by email.
    EMAIL
  }

  /// The address to write to, if that is how the visitor is reached.
  Optional<String> email() {
    return way == Way.EMAIL ? contact : Optional.empty();
  }

  @Override
  public String toString() {
    return "Lead[" + way + "]";
  }
}
