package io.threadbridge.bridge.port;

import java.util.List;
import java.util.Optional;

/// The visitor's words as one post of the thread: one or several messages, in order, as plain text
/// that must neither ping nor format.
///
/// @param name whose words they are, as the staff see them
/// @param lines one text a message; an empty one was taken back
/// @param takenBack what stands in the place of a message that was taken back
/// @param remark what the bridge has to say of this post, such as *perhaps sent twice*; no words of
///     the visitor
public record ThreadPost(
    String name, List<String> lines, String takenBack, Optional<String> remark) {
  /// A post holds at most this many characters of visitor text, counted as [String#length()], so
  /// that it stays under every platform's limit after escaping.
  public static final int CHARACTERS_MAX = 3_800;

  /// A post of which nothing is to be said.
  public ThreadPost(String name, List<String> lines, String takenBack) {
    this(name, lines, takenBack, Optional.empty());
  }

  @Override
  public String toString() {
    return "ThreadPost[" + lines.size() + "]";
  }
}
