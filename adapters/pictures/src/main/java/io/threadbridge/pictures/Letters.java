package io.threadbridge.pictures;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Set;

/// The letters of one picture: a family of fonts that has all the letters of its texts.
///
/// @param family as it is installed
record Letters(String family) {
  /// The families that are looked for, the better ones first; the last is Java's own choice, which
  /// there is wherever any font is installed.
  private static final List<String> FAMILIES =
      List.of(
          "Inter",
          "Noto Sans",
          "Open Sans",
          "Segoe UI",
          "Helvetica Neue",
          "Liberation Sans",
          "DejaVu Sans",
          Font.SANS_SERIF);

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final double BETWEEN = 4;

  /// The families of this machine. Where none is installed, or the library that finds them is
  /// missing, Java throws: which class depends on what is missing.
  static Set<String> installed() {
    return Set.copyOf(
        List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
  }

  /// The best installed letters for a text.
  ///
  /// @throws IllegalStateException if no font has them all: empty boxes are worse than no picture
  static Letters forText(Set<String> installed, String text) {
    return FAMILIES.stream()
        .filter(installed::contains)
        .map(Letters::new)
        .filter(letters -> letters.haveAllOf(text))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no font has the letters of the language"));
  }

  private boolean haveAllOf(String text) {
    Font font = label();
    return text.codePoints().filter(Character::isLetterOrDigit).allMatch(font::canDisplay);
  }

  /// A text without the signs that this family does not have, such as emoji.
  String showable(String text) {
    Font font = label();
    return text.codePoints()
        .filter(sign -> Character.isWhitespace(sign) || font.canDisplay(sign))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  Font title() {
    return new Font(family, Font.BOLD, 15);
  }

  Font label() {
    return new Font(family, Font.PLAIN, 11);
  }

  Font number(int size) {
    return new Font(family, Font.PLAIN, size);
  }

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
  }

  /// A label as far as there is room for it, with an ellipsis if that is not all.
  String cut(String text, double room) {
    String shown = showable(text);
    if (width(shown, label()) <= room) {
      return shown;
    }
    int end = shown.length();
    while (end > 0 && width(shown.substring(0, end) + "…", label()) > room) {
      end = shown.offsetByCodePoints(end, -1);
    }
    return shown.substring(0, end).stripTrailing() + "…";
  }

  /// How many places to go on after each label, so that labels do not touch: 1 if all have room.
  int every(List<String> labels, double room) {
    double widest = labels.stream().mapToDouble(text -> width(text, label())).max().orElse(0);
    return Math.clamp((int) Math.ceil((widest + BETWEEN) / room), 1, labels.size());
  }
}
