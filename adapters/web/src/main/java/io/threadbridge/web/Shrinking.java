package io.threadbridge.web;

import io.threadbridge.web.Previews.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Makes a picture small. Its size is looked at first; of a large one, pixels are left out while it
/// is read, so that what is held is never larger than [#READ_SIDE_MAX] either way.
final class Shrinking {
  /// More than any telephone makes; a small file can claim far more.
  static final long PIXELS_MAX = 64_000_000;

  /// Twice what is wanted: the rest is smoothed.
  private static final int READ_SIDE_MAX = 2 * Previews.SIDE_MAX;

  private Shrinking() {}

  /// The small picture; empty if none can be made of it: a type that the JDK does not read, too
  /// many pixels, or damaged.
  static Optional<Picture> of(FileType type, byte[] original) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
    if (!readers.hasNext()) {
      return Optional.empty();
    }
    ImageReader reader = readers.next();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(original))) {
      reader.setInput(input, true, true);
      return shrunk(reader, type, original);
    } catch (IOException | RuntimeException _) {
      // The JDK's readers throw whatever comes first on a damaged picture; all of it means that.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  private static Optional<Picture> shrunk(ImageReader reader, FileType type, byte[] original)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int side = Math.max(width, height);
    if ((long) width * height > PIXELS_MAX) {
      return Optional.empty();
    }
    if (side <= Previews.SIDE_MAX
        && original.length <= Previews.BYTES_MAX
        && type != FileType.GIF) {
      return Optional.of(new Picture(type, original));
    }
    int step = Math.ceilDiv(side, READ_SIDE_MAX);
    ImageReadParam every = reader.getDefaultReadParam();
    every.setSourceSubsampling(step, step, 0, 0);
    return written(scaled(reader.read(0, every)));
  }

  private static BufferedImage scaled(BufferedImage read) {
    double factor =
        Math.min(1, (double) Previews.SIDE_MAX / Math.max(read.getWidth(), read.getHeight()));
    int width = Math.max(1, (int) (read.getWidth() * factor));
    int height = Math.max(1, (int) (read.getHeight() * factor));
    boolean clear = read.getColorModel().hasAlpha();
    return drawn(
        read,
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB));
  }

  private static BufferedImage drawn(BufferedImage from, BufferedImage onto) {
    Graphics2D pen = onto.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    if (!onto.getColorModel().hasAlpha()) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, onto.getWidth(), onto.getHeight());
    }
    pen.drawImage(from, 0, 0, onto.getWidth(), onto.getHeight(), null);
    pen.dispose();
    return onto;
  }

  /// What lets something shine through stays so, unless it is too large for that.
  private static Optional<Picture> written(BufferedImage image) throws IOException {
    if (image.getColorModel().hasAlpha()) {
      byte[] png = written(image, "png");
      if (png.length <= Previews.BYTES_MAX) {
        return Optional.of(new Picture(FileType.PNG, png));
      }
    }
    BufferedImage opaque =
        drawn(
            image,
            new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB));
    return Optional.of(new Picture(FileType.JPEG, written(opaque, "jpeg")))
        .filter(picture -> picture.bytes().length <= Previews.BYTES_MAX);
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }
}
