package io.threadbridge.slack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns Slack's names of emoji, such as `:tada:`, into the emoji. A name that it does not know, as
/// of a workspace's own emoji, stays as it is.
final class EmojiNames {
  private static final Pattern NAME =
      Pattern.compile(":([a-z0-9_+'\\-]{1,60}):(?::skin-tone-[2-6]:)?");
  private static final int CODE_POINTS_MAX = 12;

  private final Map<String, String> byName;

  private EmojiNames(Map<String, String> byName) {
    this.byName = byName;
  }

  /// The names that come with this adapter.
  static EmojiNames load() {
    InputStream file =
        Objects.requireNonNull(EmojiNames.class.getResourceAsStream("emoji.txt"), "emoji.txt");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new EmojiNames(
          lines
              .lines()
              .filter(line -> !line.startsWith("#") && line.indexOf(' ') > 0)
              .collect(
                  Collectors.toUnmodifiableMap(
                      line -> line.substring(0, line.indexOf(' ')),
                      line -> line.substring(line.indexOf(' ') + 1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text with known names replaced.
  String replace(String text) {
    return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(emoji(match)));
  }

  private String emoji(MatchResult match) {
    return byName.getOrDefault(match.group(1), match.group());
  }

  /// One emoji by its name, and its code points in hexadecimal if Slack told them.
  String of(String name, String unicode) {
    return fromHexadecimal(unicode).orElseGet(() -> replace(":" + name + ":"));
  }

  private static Optional<String> fromHexadecimal(String unicode) {
    if (!unicode.matches("[0-9a-fA-F]{2,6}(-[0-9a-fA-F]{2,6})*")) {
      return Optional.empty();
    }
    String[] codes = unicode.split("-", CODE_POINTS_MAX + 1);
    StringBuilder emoji = new StringBuilder();
    for (String code : codes) {
      int point = code.length() > 6 ? -1 : Integer.parseInt(code, 16);
      if (!Character.isValidCodePoint(point)) {
        return Optional.empty();
      }
      emoji.appendCodePoint(point);
    }
    return Optional.of(emoji.toString());
  }
}
