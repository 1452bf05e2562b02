package io.threadbridge.pictures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// The colours of the pictures. A chat window is white or nearly black, and a picture cannot know
/// which: it brings its own calm sheet, on which every text has a contrast of at least 4.5 : 1 and
/// every mark of at least 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
final class Look {
  static final Color SHEET = new Color(0xF7F8FA);
  static final Color EDGE = new Color(0xD8DDE5);
  static final Color INK = new Color(0x0B1A2B);
  static final Color QUIET_INK = new Color(0x4A5768);
  static final Color LIGHT_INK = Color.WHITE;
  static final Color GRID = new Color(0xE1E5EB);

  /// An hour in which nothing was.
  static final Color NOTHING = new Color(0xE9ECF1);

  /// From few to many: six of the seven classes of *Blues*, a sequential scheme made for people
  /// who see colours differently too (C. Brewer, ColorBrewer 2.0, colorbrewer2.org). The palest is
  /// left out, because it looks like [#NOTHING].
  static final List<Color> FEW_TO_MANY =
      List.of(
          new Color(0xC6DBEF),
          new Color(0x9ECAE1),
          new Color(0x6BAED6),
          new Color(0x4292C6),
          new Color(0x2171B5),
          new Color(0x084594));

  /// Blue and vermilion of M. Okabe and K. Ito, *Color Universal Design* (2008): told apart with
  /// every kind of colour vision.
  static final Color ANSWERED = new Color(0x0072B2);

  static final Color MISSED = new Color(0xD55E00);
  static final Color WAIT = new Color(0x35465C);

  private static final double SWATCH = 10;

  private Look() {}

  /// Dark or light letters, whichever can be read better on that colour.
  static Color inkOn(Color ground) {
    return contrast(INK, ground) >= contrast(LIGHT_INK, ground) ? INK : LIGHT_INK;
  }

  /// The contrast ratio of WCAG 2.2, 1 to 21.
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /// The little square before a line of a legend.
  static Shape swatch() {
    return new RoundRectangle2D.Double(-SWATCH / 2, -SWATCH / 2, SWATCH, SWATCH, 4, 4);
  }
}
