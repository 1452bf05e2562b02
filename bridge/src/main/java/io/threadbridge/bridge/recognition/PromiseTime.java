package io.threadbridge.bridge.recognition;

import io.threadbridge.bridge.conversation.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For how long, or until when, somebody is away: as people write it, and as our buttons carry it.
public final class PromiseTime {
  /// The shortest promise; the longest is [Policy#PROMISE_MAX].
  public static final Duration LEAST = Duration.ofMinutes(1);

  /// Hours and minutes, each with the first letters of its name in the desks' languages; a bare
  /// number is minutes.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:([0-9]{1,2}) ?(?:h|t|st|год)\\p{L}*\\.?)?[ ,]*"
              + "(?:([0-9]{1,4})(?: ?(?:m|хв)\\p{L}*\\.?)?)?");

  /// What a button of ours carries.
  public sealed interface Carried {
    /// For so long from the press on.
    record For(Duration length) implements Carried {}

    /// Until this moment.
    record Until(Instant moment) implements Carried {}
  }

  private PromiseTime() {}

  /// A length of time in somebody's own words, such as `45`, `20 min` or `1h 30`; empty if it is
  /// none, or is shorter or longer than a promise may be.
  public static Optional<Duration> written(String words) {
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    Matcher matcher = WRITTEN.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Duration length = Duration.ofHours(number(matcher, 1)).plusMinutes(number(matcher, 2));
    return Optional.of(length).filter(PromiseTime::isOne);
  }

  /// What a button of ours promises that was pressed `at`: its value is a duration such as `PT10M`,
  /// or a moment. Empty if that moment has gone by.
  public static Optional<Carried> carried(String value, Instant at) {
    try {
      return value.startsWith("P")
          ? Optional.of(Duration.parse(value)).filter(PromiseTime::isOne).map(Carried.For::new)
          : Optional.of(Instant.parse(value)).filter(at::isBefore).map(Carried.Until::new);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static boolean isOne(Duration length) {
    return length.compareTo(LEAST) >= 0 && length.compareTo(Policy.PROMISE_MAX) <= 0;
  }
}
