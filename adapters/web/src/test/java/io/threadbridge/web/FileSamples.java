package io.threadbridge.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Files as visitors and staff send them, and as those do who mean no good.
final class FileSamples {
  static final byte[] HTML = "<!doctype html><html><script>alert(1)</script>".getBytes(UTF_8);

  private FileSamples() {}

  static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x % height, 0xFF8800 + x);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] png() {
    return picture("png", 40, 30);
  }

  /// A picture whose head says that it is this large; there is little else in it.
  static byte[] claiming(int width, int height) {
    byte[] png = png();
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    return png;
  }

  static byte[] padded(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  /// Begins as a PDF and is this long.
  static byte[] pdf(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    byte[] start = "%PDF-1.7\n".getBytes(US_ASCII);
    System.arraycopy(start, 0, bytes, 0, start.length);
    return bytes;
  }

  /// An archive with these entries, in their order.
  static byte[] zip(String... names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<x/>".getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// The head of a file of ISO's media container.
  static byte[] brand(String brand) {
    byte[] bytes =
        Arrays.copyOf(("\0\0\0\u0018ftyp" + brand + "\0\0\0\0isom" + brand).getBytes(UTF_8), 600);
    return bytes;
  }
}
