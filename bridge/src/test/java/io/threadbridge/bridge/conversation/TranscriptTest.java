package io.threadbridge.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays every transcript of `src/test/resources/transcripts`. With `-Dtranscripts.rewrite=true`
/// the answers are written into the files instead: commit only what you have read and want.
class TranscriptTest {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts");

  @TestFactory
  Stream<DynamicTest> everyStoryIsWhatTheRulesTell() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> play(file)));
    }
  }

  private static void play(Path file) throws IOException {
    String written = Files.readString(file);
    if (Boolean.getBoolean("transcripts.rewrite")) {
      Files.writeString(file, TranscriptPlayer.playFillingIn(written));
    }
    assertThat(TranscriptPlayer.play(Files.readString(file))).isEqualTo(Files.readString(file));
  }
}
