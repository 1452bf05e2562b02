package io.threadbridge.hook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a service wants to be left alone: seconds, or a date.
final class RetryAfter {
  /// Nobody is left waiting longer, whatever a service says: a visitor waits behind the call.
  static final Duration MOST = Duration.ofMinutes(2);

  private static final Duration LEAST = Duration.ofSeconds(1);

  private static final int DIGITS_MAX = 9;

  private RetryAfter() {}

  static Optional<Duration> read(Optional<String> header, Instant now) {
    return header.map(String::strip).flatMap(value -> parsed(value, now)).map(RetryAfter::bounded);
  }

  private static Optional<Duration> parsed(String value, Instant now) {
    if (!value.isEmpty()
        && value.length() <= DIGITS_MAX
        && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, date.toInstant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wished) {
    if (wished.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return wished.compareTo(MOST) > 0 ? MOST : wished;
  }
}
