package io.threadbridge.bridge.conversation;

import io.threadbridge.bridge.recognition.ClosingKind;
import java.time.Duration;
import java.time.Instant;

/// The quiet ending of PRODUCT 1.1: after an answer the visitor said thanks, *nothing else*, or
/// goodbye.
///
/// @param kind what was said
/// @param from when
/// @param dueAt when the conversation closes, unless the visitor is writing
public record QuietEnding(ClosingKind kind, Instant from, Instant dueAt) {
  static QuietEnding begin(ClosingKind kind, Instant now, Policy policy) {
    return new QuietEnding(kind, now, now.plus(lengthOf(kind, policy)));
  }

  QuietEnding dueAt(Instant moment) {
    return new QuietEnding(kind, from, moment);
  }

  Duration length(Policy policy) {
    return lengthOf(kind, policy);
  }

  private static Duration lengthOf(ClosingKind kind, Policy policy) {
    return switch (kind) {
      case FAREWELL -> policy.farewellClose();
      case THANKS, NOTHING_ELSE -> policy.thanksClose();
    };
  }
}
