package io.threadbridge.widget;

import java.util.regex.Pattern;

/// Writes a style sheet again without what it does not need. It has no strings but empty ones, and
/// comments only on lines of their own.
final class StylePacker {

  private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/");
  private static final Pattern LINES = Pattern.compile("\\n\\s*");
  private static final Pattern SPACES = Pattern.compile("(?<=[:;,{}>]) +| +(?=[{}>])");

  private StylePacker() {}

  /// The same style sheet, shorter.
  static String pack(String style) {
    String oneLine = LINES.matcher(COMMENT.matcher(style).replaceAll("")).replaceAll("");
    return SPACES.matcher(oneLine).replaceAll("").replace(";}", "}");
  }
}
