package io.threadbridge.bridge.conversation;

import java.time.Instant;

/// A stretch of time in which the visitor's clock stands still, and why.
///
/// @param until its end, exclusive; in the future while it lasts
public record Suspension(Reason reason, Instant from, Instant until) {
  /// Why nobody hurries the visitor.
  public enum Reason {
    /// Typed within the last 10 s.
    TYPING("the visitor is typing"),
    /// Has an unsent draft.
    DRAFT("the visitor has an unsent draft"),
    /// Is on a page that the site protects, such as the checkout.
    PROTECTED_PAGE("the visitor is on a protected page"),
    /// Somebody wrote that they would be back.
    PROMISED("somebody said they would be back");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// As a transcript says it.
    public String words() {
      return words;
    }
  }
}
