package io.threadbridge.bridge.conversation;

/// What a visitor thought of a conversation.
///
/// @param stars 1 to [#STARS_MAX]
/// @param comment at most [#COMMENT_MAX] code points; empty if none was given
public record Rating(int stars, String comment) {
  /// The best.
  public static final int STARS_MAX = 5;

  /// The most code points of a comment.
  public static final int COMMENT_MAX = 1_000;

  /// A rating within its bounds.
  public Rating {
    if (stars < 1 || stars > STARS_MAX) {
      throw new IllegalArgumentException("1 to " + STARS_MAX + " stars, not " + stars);
    }
  }

  @Override
  public String toString() {
    return "Rating[" + stars + "]";
  }
}
