package io.threadbridge.pictures;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;

/// Who fits where: the widths of texts, in a sheet's units.
final class Room {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final double BETWEEN = 4;

  private Room() {}

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
  }

  /// How many places to go on after each name, so that names do not touch: 1 if all have room.
  static int every(List<String> names, Font font, double room) {
    double widest = names.stream().mapToDouble(name -> width(name, font)).max().orElse(0);
    return Math.clamp((int) Math.ceil((widest + BETWEEN) / room), 1, names.size());
  }

  /// As much of a text as fits, with an ellipsis if that is not all.
  static String cut(String text, Font font, double room) {
    if (width(text, font) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + "…", font) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
