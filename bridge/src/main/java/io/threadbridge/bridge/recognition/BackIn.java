package io.threadbridge.bridge.recognition;

import java.time.Duration;

/// A staff member has said when they will be back.
///
/// @param length from now until then, from [#SHORTEST] to [#LONGEST]
public record BackIn(Duration length) {
  /// Less than this is no promise but *a moment*.
  public static final Duration SHORTEST = Duration.ofMinutes(1);

  /// Nobody waits in a chat for longer than this.
  public static final Duration LONGEST = Duration.ofHours(24);

  /// @throws IllegalArgumentException if the length is outside its limits
  public BackIn {
    if (!fits(length)) {
      throw new IllegalArgumentException("a promise of " + length);
    }
  }

  static boolean fits(Duration length) {
    return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
  }
}
