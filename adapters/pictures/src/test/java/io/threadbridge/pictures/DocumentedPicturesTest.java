package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The documents show what is drawn. `-Dpictures.rewrite=true` draws them anew; bytes are not
/// compared, because letters differ from machine to machine.
final class DocumentedPicturesTest {
  private static final Path DOCUMENTS = Path.of("../../docs/pictures");

  @Test
  void thePicturesOfTheDocumentsAreAsLargeAsThoseThatAreDrawn() throws IOException {
    DrawnPictures pictures = Samples.pictures();
    Map<String, Picture> drawn =
        Map.of(
            "digest-week.png",
            pictures.heatMap(Samples.week(Samples.english(), Samples::busy)).orElseThrow(),
            "digest-trend.png",
            pictures.trend(Samples.trend(Samples.english(), 14, 1)).orElseThrow());

    for (Map.Entry<String, Picture> one : drawn.entrySet()) {
      Path file = DOCUMENTS.resolve(one.getKey());
      if (Boolean.getBoolean("pictures.rewrite")) {
        Files.write(file, one.getValue().png());
      }
      byte[] shown = Files.readAllBytes(file);
      assertThat(shown.length).isLessThan(100_000);
      assertThat(Seen.of(shown).image().getHeight()).isEqualTo(one.getValue().height());
    }
  }
}
