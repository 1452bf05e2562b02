package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the transcripts' stories mean for the figures: `src/test/resources/figures` has a file of
/// the same name for each. With `-Dtranscripts.rewrite=true` they are written instead.
final class FiguresOfStoriesTest {
  private static final Path STORIES = Path.of("src/test/resources/transcripts");
  private static final Path FIGURES = Path.of("src/test/resources/figures");

  @TestFactory
  Stream<DynamicTest> everyStoryMeansWhatIsWritten() throws IOException {
    return files().map(file -> dynamicTest(file.getFileName().toString(), () -> play(file)));
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FIGURES)) {
      return files.sorted().toList().stream();
    }
  }

  private static void play(Path file) throws IOException {
    String figures = TranscriptPlayer.figures(read(STORIES.resolve(file.getFileName())));
    if (Boolean.getBoolean("transcripts.rewrite")) {
      Files.writeString(file, figures);
    }
    assertThat(figures).isEqualTo(read(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
