package io.threadbridge.config.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The program in a process of its own, which can be killed and started again.
final class Program implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Web.freePort();
  private final Path words;
  private final List<String> settings;
  private Optional<Process> process = Optional.empty();

  /// Not started yet; its words go into `directory`.
  ///
  /// @param settings beside those of its Slack; each as `--key=value`
  Program(Path directory, String name, Slack slack, String... settings) {
    this.words = directory.resolve(name + ".log");
    this.settings = new ArrayList<>(slack.settings(address().toString()));
    this.settings.add("--server.port=" + port);
    this.settings.addAll(List.of(settings));
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  /// Starts the process; it is not ready yet.
  void launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.threadbridge.config.Threadbridge");
    command.addAll(settings);
    try {
      process =
          Optional.of(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(words.toFile()))
                  .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it and waits until visitors are answered.
  void start() {
    launch();
    awaitReady();
  }

  void awaitReady() {
    Until.yes("the program answers", this::isReady, this::lastWords);
  }

  private boolean isReady() {
    if (!process.orElseThrow().isAlive()) {
      throw new AssertionError("the program ended: " + lastWords());
    }
    return Web.get(http, address().resolve("/visitor/v1/sites/shop"))
        .filter(answer -> answer.status() == 200)
        .isPresent();
  }

  /// Waits until it has ended by itself; its exit code.
  int end() {
    Process living = process.orElseThrow();
    Until.yes("the program ends", () -> !living.isAlive(), this::lastWords);
    return living.exitValue();
  }

  /// Ends it as a lost machine would: without a word.
  void kill() {
    Process living = process.orElseThrow();
    living.destroyForcibly();
    Until.yes("the program is gone", () -> !living.isAlive());
  }

  /// What it wrote, the last of it.
  String lastWords() {
    try {
      return Files.readAllLines(words).reversed().stream()
          .limit(40)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "no words";
    }
  }

  @Override
  public void close() {
    process.filter(Process::isAlive).ifPresent(_ -> kill());
    http.close();
  }
}
