package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands that write what the platforms make the app from.
final class CommandsTest {
  private static final String APP = "8f14e45f-ceea-467f-a0e6-7b2b7f3e0d11";

  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();

  @TempDir private Path directory = Path.of("");

  private int run(String... arguments) {
    CommandLine commands = Threadbridge.commandLine();
    commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(error));
    return commands.execute(arguments);
  }

  @Test
  void theManifestForSlackIsPrinted() {
    int status = run("manifest", "slack", "--public-url", "https://chat.example.com/");

    assertThat(status).isZero();
    assertThat(out.toString()).contains("https://chat.example.com/slack/events");
  }

  @Test
  void theAppPackageForTeamsIsWritten() throws IOException {
    Path file = directory.resolve("app.zip");

    int status =
        run(
            "manifest",
            "teams",
            "--app-id",
            APP,
            "--public-url=https://chat.example.com",
            "--output",
            file.toString());

    assertThat(status).as(error.toString()).isZero();
    assertThat(out.toString()).contains(file.toString());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName())).contains("manifest.json");
    }
  }

  @Test
  void whatTeamsWouldRefuseIsSaidAndNothingIsWritten() {
    Path file = directory.resolve("app.zip");

    int status =
        run(
            "manifest",
            "teams",
            "--app-id=threadbridge",
            "--public-url=https://chat.example.com",
            "--output=" + file);

    assertThat(status).isNotZero();
    assertThat(error.toString()).contains("GUID");
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void aManifestForNobodyIsAskedFor() {
    assertThat(run("manifest")).isNotZero();
    assertThat(error.toString()).contains("manifest slack").contains("manifest teams");
  }
}
