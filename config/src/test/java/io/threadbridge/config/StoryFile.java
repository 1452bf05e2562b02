package io.threadbridge.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The files of stories: made from their names, so that a story knows them again wherever they are.
final class StoryFile {
  private static final int SIDE = 40;

  private StoryFile() {}

  /// A real picture if the name ends with `.png`, else the beginning of a real PDF.
  static byte[] bytes(String name) {
    return name.endsWith(".png")
        ? picture(name)
        : ("%PDF-1.4\n% " + name + "\n%%EOF\n").getBytes(US_ASCII);
  }

  /// Whether these bytes are the picture of this name, perhaps written anew on their way.
  static boolean isPicture(String name, byte[] bytes) {
    try {
      BufferedImage shown = ImageIO.read(new ByteArrayInputStream(bytes));
      return shown != null
          && shown.getWidth() == SIDE
          && shown.getRGB(SIDE / 2, SIDE / 2) == color(name).getRGB();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Color color(String name) {
    return new Color(name.hashCode() & 0xFFFFFF);
  }

  private static byte[] picture(String name) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.setColor(color(name));
    brush.fillRect(0, 0, SIDE, SIDE);
    brush.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
