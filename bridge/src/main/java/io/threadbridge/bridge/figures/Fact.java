package io.threadbridge.bridge.figures;

/// One thing that a step of a conversation means for the figures.
///
/// @param millis the length that belongs to it, from 0 to [Bins#MILLIS_MAX]; 0 where none does
public record Fact(Kind kind, long millis) {
  /// A fact whose length is within its bounds.
  public Fact {
    millis = Math.clamp(millis, 0, Bins.MILLIS_MAX);
  }

  /// One that has no length.
  public static Fact of(Kind kind) {
    return new Fact(kind, 0);
  }
}
