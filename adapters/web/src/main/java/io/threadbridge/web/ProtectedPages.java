package io.threadbridge.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The pages of a site on which nobody hurries the visitor: patterns of the address's path, in
/// which `*` stands for anything.
final class ProtectedPages {
  private final List<Pattern> patterns;

  ProtectedPages(List<String> patterns) {
    this.patterns = patterns.stream().map(ProtectedPages::compiled).toList();
  }

  /// Whether the page at this address is one of them; an address that is none is not.
  boolean contains(String url) {
    String path = path(url);
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  /// Possessive between the stars' literals would match less than the settings say; the path is
  /// short, so plain matching stays cheap.
  private static Pattern compiled(String pattern) {
    return Pattern.compile(
        Arrays.stream(pattern.split("\\*+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private static String path(String url) {
    try {
      String path = URI.create(url).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
