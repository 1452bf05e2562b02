package io.threadbridge.bridge.application;

/// What of a visitor's text is kept: everything that can be read. Control characters, lone
/// surrogates and the marks that turn the direction of other people's text around are not.
public final class VisitorText {
  private VisitorText() {}

  /// The text without what cannot be read; line ends become `\n`.
  public static String clean(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(VisitorText::isReadable)
        .forEach(result::appendCodePoint);
    return result.toString().strip();
  }

  /// The first `most` code points.
  public static String firstOf(String text, int most) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /// How long a text is for the limits.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isReadable(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !surrogate && !turnsDirection;
  }
}
