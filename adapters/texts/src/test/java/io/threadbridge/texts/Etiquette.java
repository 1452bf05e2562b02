package io.threadbridge.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// How the program speaks to visitors: short, friendly, plain, without shouting, blame or hurry.
/// What is jargon, blame or hurry stands in one file per language.
final class Etiquette {
  /// The most code points of one text.
  static final int LENGTH_MAX = 200;

  private static final Pattern SHOUTED = Pattern.compile("(?<!\\p{L})\\p{Lu}{2,}(?!\\p{L})");
  private static final Pattern EXCLAIMED = Pattern.compile("[!?]\\s*!|![\\s\\S]*!");

  private final List<Rule> rules;

  private Etiquette(List<Rule> rules) {
    this.rules = rules;
  }

  /// One expression that is not said, and what it is.
  record Rule(String kind, String expression, Pattern pattern) {
    static Rule of(String line) {
      int colon = line.indexOf(':');
      String expression = line.substring(colon + 1).strip();
      String letters =
          List.of(expression.split("\\*", -1)).stream()
              .map(Pattern::quote)
              .reduce((left, right) -> left + "\\p{L}*" + right)
              .orElseThrow();
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      Pattern pattern = Pattern.compile("(?<!\\p{L})" + letters + "(?!\\p{L})", flags);
      return new Rule(line.substring(0, colon).strip(), expression, pattern);
    }
  }

  static Etiquette of(String language) {
    try (InputStream file =
        Objects.requireNonNull(
            Etiquette.class.getResourceAsStream("/etiquette/" + language + ".txt"), language)) {
      return new Etiquette(
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Rule::of)
              .toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  List<Rule> rules() {
    return rules;
  }

  /// What is wrong with a text; empty if it may be said.
  List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    int length = text.codePointCount(0, text.length());
    if (length > LENGTH_MAX) {
      faults.add("long: " + length);
    }
    if (SHOUTED.matcher(text).find()) {
      faults.add("shouting");
    }
    if (EXCLAIMED.matcher(text).find()) {
      faults.add("exclaiming");
    }
    if (questions(text) > 1) {
      faults.add("questions");
    }
    rules.stream()
        .filter(rule -> rule.pattern().matcher(text).find())
        .map(rule -> rule.kind() + ": " + rule.expression().toLowerCase(Locale.ROOT))
        .forEach(faults::add);
    return faults;
  }

  static long questions(String text) {
    return text.chars().filter(c -> c == '?').count();
  }
}
