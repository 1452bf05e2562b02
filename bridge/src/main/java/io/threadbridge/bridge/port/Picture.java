package io.threadbridge.bridge.port;

import java.util.Arrays;
import java.util.Objects;

/// A picture as a PNG file, small enough for every platform, and the words for those who do not
/// see it. At most 1,024 × 1,024 pixels and 1 MB: the tightest of the platforms' limits, which is
/// what Microsoft documents for pictures within a message of Teams.
public final class Picture {
  /// Pixels of the longer side, at most.
  public static final int LONGEST_SIDE = 1_024;

  /// Bytes of the file, at most.
  public static final int MOST_BYTES = 1 << 20;

  private final byte[] png;
  private final int width;
  private final int height;
  private final String alt;

  /// @param png the whole file
  /// @param width pixels
  /// @param height pixels
  /// @param alt what the picture shows, in words, in the reader's language
  /// @throws IllegalArgumentException beyond the limits, or without words
  public Picture(byte[] png, int width, int height, String alt) {
    if (Math.max(width, height) > LONGEST_SIDE || Math.min(width, height) < 1) {
      throw new IllegalArgumentException(width + " × " + height + " pixels");
    }
    if (png.length == 0 || png.length > MOST_BYTES) {
      throw new IllegalArgumentException(png.length + " bytes");
    }
    if (alt.isBlank()) {
      throw new IllegalArgumentException("a picture without words for those who do not see it");
    }
    this.png = png.clone();
    this.width = width;
    this.height = height;
    this.alt = alt;
  }

  /// The whole file, a copy for the caller to keep.
  public byte[] png() {
    return png.clone();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public String alt() {
    return alt;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that
        && width == that.width
        && height == that.height
        && alt.equals(that.alt)
        && Arrays.equals(png, that.png);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(png), alt);
  }

  @Override
  public String toString() {
    return "Picture[%d × %d, %d bytes]".formatted(width, height, png.length);
  }
}
