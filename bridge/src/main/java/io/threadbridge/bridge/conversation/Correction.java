package io.threadbridge.bridge.conversation;

import java.util.Optional;

/// An edit or a deletion of a staff post that arrived before the post itself.
///
/// @param text the post's words as they are by now; empty if it was deleted
public record Correction(PostRef post, Optional<String> text) {
  @Override
  public String toString() {
    return "Correction[" + post.value() + "]";
  }
}
