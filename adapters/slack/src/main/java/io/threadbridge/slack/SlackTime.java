package io.threadbridge.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Slack's moments: seconds and microseconds as a decimal text, which is also a message's name.
final class SlackTime {
  private SlackTime() {}

  /// Whether a text is one.
  static boolean isMoment(String ts) {
    return ts.matches("[0-9]{1,12}\\.[0-9]{1,9}");
  }

  /// The moment; empty if it is none. Never a floating-point number: two messages would be one.
  static Optional<Instant> read(String ts) {
    if (!isMoment(ts)) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(ts);
    long whole = seconds.longValue();
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return Optional.of(Instant.ofEpochSecond(whole, nanos));
  }
}
