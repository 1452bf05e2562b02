package io.threadbridge.bridge.conversation;

import java.util.Optional;

/// How a conversation went, as digests count it.
///
/// @param answered whether a person of the firm has ever answered
/// @param missed whether nobody came in time; it stays answerable
/// @param rating what the visitor thought of it
public record Verdict(boolean answered, boolean missed, Optional<Rating> rating) {
  static final Verdict OPEN = new Verdict(false, false, Optional.empty());

  /// Whether the visitor gave a rating and said something with it.
  boolean isCommented() {
    return rating.filter(given -> !given.comment().isBlank()).isPresent();
  }

  Verdict answeredNow() {
    return new Verdict(true, missed, rating);
  }

  Verdict missedNow() {
    return new Verdict(answered, true, rating);
  }

  Verdict rated(Rating given) {
    return new Verdict(answered, missed, Optional.of(given));
  }
}
