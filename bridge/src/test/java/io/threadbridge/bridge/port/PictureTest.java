package io.threadbridge.bridge.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A picture is a value within the platforms' limits.
final class PictureTest {
  private final byte[] file = "pretend".getBytes(StandardCharsets.UTF_8);

  @Test
  void nobodyChangesAPictureFromOutside() {
    Picture picture = new Picture(file, 10, 20, "A cat.");
    file[0] = 'P';
    picture.png()[1] = 'R';

    assertThat(picture)
        .isEqualTo(new Picture("pretend".getBytes(StandardCharsets.UTF_8), 10, 20, "A cat."))
        .hasSameHashCodeAs(
            new Picture("pretend".getBytes(StandardCharsets.UTF_8), 10, 20, "A cat."))
        .isNotEqualTo(new Picture(file, 10, 20, "A cat."))
        .hasToString("Picture[10 × 20, 7 bytes]");
  }

  @Test
  void aPictureBeyondThePlatformsLimitsIsNone() {
    new Picture(new byte[Picture.MOST_BYTES], Picture.LONGEST_SIDE, 1, "A cat.");
    assertRefused(file, Picture.LONGEST_SIDE + 1, 1, "A cat.");
    assertRefused(file, 1, Picture.LONGEST_SIDE + 1, "A cat.");
    assertRefused(file, 0, 1, "A cat.");
    assertRefused(new byte[Picture.MOST_BYTES + 1], 1, 1, "A cat.");
    assertRefused(new byte[0], 1, 1, "A cat.");
  }

  @Test
  void aPictureSaysWhatItShows() {
    assertRefused(file, 1, 1, " ");
  }

  private static void assertRefused(byte[] png, int width, int height, String alt) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(png, width, height, alt));
  }
}
