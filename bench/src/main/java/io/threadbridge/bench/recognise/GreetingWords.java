package io.threadbridge.bench.recognise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// A judge of its own, and a plain one, of whether a message is greeting words and nothing else. It
/// does not use what it measures.
final class GreetingWords {
  private static final Set<String> WORDS =
      Set.of(
          "hi",
          "hii",
          "hai",
          "hello",
          "helo",
          "hey",
          "good",
          "very",
          "morning",
          "afternoon",
          "evening",
          "day",
          "there",
          "sir",
          "madam",
          "dear",
          "ok",
          "");

  private GreetingWords() {}

  static boolean areAllOf(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1);
    return Arrays.stream(words).allMatch(WORDS::contains);
  }
}
