package io.threadbridge.bridge.conversation;

import java.util.Optional;

/// The person on the site; anonymous until they say who they are.
///
/// @param pseudonym a friendly stable name for whoever gives none
public record Visitor(Optional<String> name, Optional<String> email, String pseudonym) {
  /// The name the staff see.
  public String shownName() {
    return name.orElse(pseudonym);
  }

  @Override
  public String toString() {
    return "Visitor[" + pseudonym + "]";
  }
}
