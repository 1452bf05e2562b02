package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server is no desktop: what is missing there, on Linux, in a process of its own, because Java
/// looks for fonts and screens only once.
final class BareMachineIT {
  private static final int MOST_SECONDS = 60;

  @TempDir private Path home;

  @Test
  void withoutFontsNothingIsDrawnAndTheReasonIsToldOnce() throws Exception {
    Path none = Files.writeString(home.resolve("fonts.conf"), "<fontconfig></fontconfig>");

    assertThat(drawsWith(Map.of("FONTCONFIG_FILE", none.toString())))
        .singleElement()
        .asString()
        .startsWith("none: Fontconfig head is null");
  }

  @Test
  void aScreenThatIsNamedButNotThereIsNotLookedFor() throws Exception {
    assertThat(drawsWith(Map.of("DISPLAY", "nowhere.invalid:7")))
        .containsExactly("drawn: 1024", "drawn: 1024");
  }

  private List<String> drawsWith(Map<String, String> environment)
      throws IOException, InterruptedException {
    Path said = home.resolve("said.txt");
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // Java keeps what it found of fonts in the home directory.
            "-Duser.home=" + home,
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            DrawsOnce.class.getName());
    program.environment().putAll(environment);
    Process process =
        program
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isZero();
    return Files.readAllLines(said, StandardCharsets.UTF_8);
  }
}
