package io.threadbridge.bridge.figures;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The path of a page as figures may keep it for years: without what comes behind `?` and `#`,
/// without the parameters that a server hangs on a part (`;jsessionid=`), and with a `*` for each
/// part that may name somebody or one of many: an address, a long number, a long token.
public final class PagePath {
  /// No path is longer; the rest is cut off.
  static final int LENGTH_MAX = 80;

  private static final int PART_MAX = 40;
  private static final int DIGITS_MAX = 5;
  private static final String UNKNOWN = "/*";

  private static final Pattern END = Pattern.compile("[?#]");

  /// Of a part that is decoded, so `%3F` is meant too.
  private static final Pattern PARAMETERS = Pattern.compile("[;?#]");

  private PagePath() {}

  /// The path of an address that a browser tells, which nobody trusts.
  public static String of(String url) {
    try {
      // Browsers leave signs in a query that no address may have: what is cut off is not read.
      String path = URI.create(END.split(url, 2)[0]).getPath();
      return path == null || !path.startsWith("/") ? "/" : cut(masked(path));
    } catch (IllegalArgumentException _) {
      return UNKNOWN;
    }
  }

  private static String masked(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> PARAMETERS.split(part, 2)[0])
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
