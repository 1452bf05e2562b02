package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What people's words amount to.
final class Recognised {
  private Recognised() {}

  static Opener opener(String text) {
    String words = text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[!. ]+$", "");
    return java.util.Set.of("hello", "hi", "hei", "good morning").contains(words)
        ? Opener.BARE_GREETING
        : Opener.STATED;
  }

  static Optional<Duration> promise(String text, Instant now, ZoneId zone) {
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile("back in (\\d+) minutes").matcher(text);
    return m.find()
        ? Optional.of(Duration.ofMinutes(Integer.parseInt(m.group(1))))
        : Optional.empty();
  }
}
