package io.threadbridge.bench.replay;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of ours in a Java machine of its own, with this one's class path. Closing it ends it
/// and whatever it has started; so does the end of this process.
final class ChildJvm implements AutoCloseable {
  private static final long STOP_SECONDS = 25;

  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  /// Starts it; what it prints goes into `log`.
  static ChildJvm start(Class<?> main, String heap, Path log, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    File output = log.toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new ChildJvm(process);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// How long it has had a processor, with its own children.
  Duration processorTime() {
    return process
        .descendants()
        .flatMap(child -> child.info().totalCpuDuration().stream())
        .reduce(process.info().totalCpuDuration().orElse(Duration.ZERO), Duration::plus);
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
