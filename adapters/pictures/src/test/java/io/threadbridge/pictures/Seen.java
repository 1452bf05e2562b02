package io.threadbridge.pictures;

import io.threadbridge.bridge.port.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// A picture as somebody sees it: decoded again.
record Seen(BufferedImage image) {
  private static final int INTO_A_CELL = 8;

  static Seen of(Optional<Picture> picture) throws IOException {
    return of(picture.orElseThrow(() -> new AssertionError("no picture")).png());
  }

  static Seen of(byte[] png) throws IOException {
    return new Seen(Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png))));
  }

  private Color at(int x, int y) {
    return new Color(image.getRGB(x, y));
  }

  /// Whether a colour is anywhere in the picture.
  boolean has(Color colour) {
    return firstRow(colour).isPresent();
  }

  private Optional<Integer> firstRow(Color colour) {
    return IntStream.range(0, image.getHeight())
        .boxed()
        .filter(y -> row(y).contains(colour))
        .findFirst();
  }

  /// The lowest row in which a colour is.
  int lowest(Color colour) {
    return IntStream.range(0, image.getHeight())
        .filter(y -> row(y).contains(colour))
        .max()
        .orElseThrow();
  }

  private List<Color> row(int y) {
    return IntStream.range(0, image.getWidth()).mapToObj(x -> at(x, y)).toList();
  }

  /// The colours from a palette in the uppermost row of cells that has `within`, from left to
  /// right, each as often as it begins anew.
  List<Color> cells(Color within, List<Color> palette) {
    List<Color> row = row(firstRow(within).orElseThrow() + INTO_A_CELL);
    return IntStream.range(1, row.size())
        .filter(x -> palette.contains(row.get(x)) && !row.get(x).equals(row.get(x - 1)))
        .mapToObj(row::get)
        .toList();
  }

  /// The highest contrast with a ground that any point between these rows has.
  double contrast(Color ground, int from, int until) {
    return IntStream.range(from, until)
        .boxed()
        .flatMap(y -> row(y).subList(60, 900).stream())
        .map(colour -> Look.contrast(colour, ground))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// Points of a colour.
  long count(Color colour) {
    return IntStream.range(0, image.getHeight())
        .mapToLong(y -> row(y).stream().filter(colour::equals).count())
        .sum();
  }

  /// How opaque a point is, 0 to 255.
  int opacity(int x, int y) {
    return image.getRGB(x, y) >>> 24;
  }
}
