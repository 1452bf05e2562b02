package io.threadbridge.bridge.figures;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The path of a page as figures may keep it for years: without what comes behind `?` and `#`, and
/// with a `*` for each part that may name somebody or one of many: an address, a long number, a
/// long token.
public final class PagePath {
  /// No path is longer; the rest is cut off.
  static final int LENGTH_MAX = 80;

  private static final int PART_MAX = 40;
  private static final int DIGITS_MAX = 5;
  private static final String UNKNOWN = "/*";

  private PagePath() {}

  /// The path of an address that a browser tells, which nobody trusts.
  public static String of(String url) {
    try {
      String path = URI.create(url).getPath();
      return path == null || !path.startsWith("/") ? "/" : cut(masked(path));
    } catch (IllegalArgumentException _) {
      return UNKNOWN;
    }
  }

  private static String masked(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> isPersonal(part) ? "*" : part)
        .collect(Collectors.joining("/"));
  }

  private static boolean isPersonal(String part) {
    return part.length() > PART_MAX
        || part.contains("@")
        || part.chars().filter(Character::isDigit).count() > DIGITS_MAX
        || part.chars().anyMatch(Character::isISOControl);
  }

  private static String cut(String path) {
    return path.codePoints()
        .limit(LENGTH_MAX)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
