package io.threadbridge.teams;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Draws the app's two icons: a speech bubble with a thread of two lines in it. No letters, so that
/// no font is needed.
final class TeamsPackageIcons {
  /// Colour behind the bubble, as hexadecimal red, green and blue.
  static final String ACCENT = "0F6B5C";

  /// In pixels, as Teams wants them.
  static final int COLOR_SIZE = 192;

  static final int OUTLINE_SIZE = 32;

  private static final int HEXADECIMAL = 16;

  /// The drawing's own measure; icons are scaled to it.
  private static final double GRID = 32;

  private TeamsPackageIcons() {}

  /// Full colour, to the very edge.
  static byte[] color() {
    return png(
        COLOR_SIZE,
        canvas -> {
          canvas.setColor(new Color(Integer.parseInt(ACCENT, HEXADECIMAL)));
          canvas.fill(new RoundRectangle2D.Double(0, 0, GRID, GRID, 0, 0));
          canvas.setColor(Color.WHITE);
          canvas.fill(bubble());
          canvas.setColor(new Color(Integer.parseInt(ACCENT, HEXADECIMAL)));
          canvas.fill(line(9.5, 11, 13));
          canvas.fill(line(9.5, 15.5, 8.5));
        });
  }

  /// White on nothing.
  static byte[] outline() {
    return png(
        OUTLINE_SIZE,
        canvas -> {
          canvas.setColor(Color.WHITE);
          canvas.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          canvas.draw(bubble());
          canvas.fill(line(9.5, 11, 13));
          canvas.fill(line(9.5, 15.5, 8.5));
        });
  }

  private static Shape bubble() {
    Area bubble = new Area(new RoundRectangle2D.Double(5, 6, 22, 16, 7, 7));
    Path2D tail = new Path2D.Double();
    tail.moveTo(10, 20);
    tail.lineTo(10, 27);
    tail.lineTo(17, 21);
    tail.closePath();
    bubble.add(new Area(tail));
    return bubble;
  }

  private static Shape line(double left, double top, double width) {
    return new RoundRectangle2D.Double(left, top, width, 2, 2, 2);
  }

  /// Draws with pens and shapes on the grid.
  private interface Drawing {
    void on(Graphics2D canvas);
  }

  private static byte[] png(int size, Drawing drawing) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      canvas.transform(AffineTransform.getScaleInstance(size / GRID, size / GRID));
      drawing.on(canvas);
    } finally {
      canvas.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalStateException("this Java writes no PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
