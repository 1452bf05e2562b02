package io.threadbridge.redis;

import java.time.Duration;
import java.time.Instant;

/// Moments and lengths as scripts take them: whole milliseconds, moments since 1970.
final class Millis {
  private Millis() {}

  static String of(Instant moment) {
    return Long.toString(moment.toEpochMilli());
  }

  static String of(Duration length) {
    return Long.toString(length.toMillis());
  }

  /// From `now` to `end`, at least one: Redis takes no other life.
  static String between(Instant now, Instant end) {
    return Long.toString(Math.max(1, Duration.between(now, end).toMillis()));
  }

  static Instant read(Object answer) {
    return Instant.ofEpochMilli(Long.parseLong(answer.toString()));
  }
}
