package io.threadbridge.redis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedRedisIT {
  @TempDir private Path directory;

  @Test
  void aRedisLeftBehindByAKilledProgramIsAdopted() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedRedisProgram.class.getName(),
                directory.toString())
            .redirectError(directory.resolve("program.log").toFile())
            .start();
    String pid;
    try (BufferedReader says = program.inputReader(StandardCharsets.UTF_8)) {
      pid = says.readLine();
      assertThatThrownBy(() -> EmbeddedRedis.start(directory))
          .isInstanceOf(EmbeddedRedisUnavailable.class)
          .hasMessageContaining("Another Threadbridge")
          .hasMessageContaining(directory.toString());
    } finally {
      program.destroyForcibly();
    }
    assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();

    try (EmbeddedRedis adopted = EmbeddedRedis.start(directory)) {
      assertThat(adopted.wasAdopted()).isTrue();
      assertThat("pid " + adopted.pid()).isEqualTo(pid);
    }
  }

  @Test
  void oneThatDiesIsStartedAgainOnItsPortWithEverythingThatWasAcknowledged() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(directory)) {
      RedisProbe probe = new RedisProbe(redis.port(), RedisDirectory.open(directory).password());
      String _ = probe.ask(commands -> commands.set("kept", "yes"));
      long died = redis.pid();
      assertThat(ProcessHandle.of(died).orElseThrow().destroyForcibly()).isTrue();

      boolean isBack =
          RedisProbe.waitUntil(
              () -> hasAnotherThan(died) && probe.isReady(), Duration.ofSeconds(60));
      assertThat(isBack).isTrue();
      String kept = probe.ask(commands -> commands.get("kept"));
      assertThat(kept).isEqualTo("yes");
      assertThat(redis.pid()).isNotEqualTo(died);
    }
  }

  private boolean hasAnotherThan(long died) {
    return RedisDirectory.open(directory).pid().filter(pid -> pid != died).isPresent();
  }

  @Test
  void closingEndsItAndFreesTheDirectory() {
    EmbeddedRedis first = EmbeddedRedis.start(directory);
    long pid = first.pid();
    first.close();

    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    try (EmbeddedRedis second = EmbeddedRedis.start(directory)) {
      assertThat(second.wasAdopted()).isFalse();
      assertThat(second.pid()).isNotEqualTo(pid);
    }
  }

  @Test
  void oneProgramHasADirectoryOnce() {
    try (EmbeddedRedis _ = EmbeddedRedis.start(directory)) {
      assertThatThrownBy(() -> EmbeddedRedis.start(directory))
          .isInstanceOf(EmbeddedRedisUnavailable.class)
          .hasMessageContaining("data-dir");
    }
  }

  @Test
  void everyAcknowledgedWriteIsOnTheDiskAndOnlyLoopbackIsServed() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(directory)) {
      RedisProbe probe = new RedisProbe(redis.port(), RedisDirectory.open(directory).password());

      Map<String, String> settings = probe.ask(commands -> commands.configGet("*"));
      assertThat(settings)
          .containsEntry("appendonly", "yes")
          .containsEntry("appendfsync", "always")
          .containsEntry("bind", "127.0.0.1");
      assertThat(new RedisProbe(redis.port(), "").isReady()).as("without password").isFalse();
    }
  }

  @Test
  void thePasswordIsItsOwnersAlone() throws IOException {
    try (EmbeddedRedis _ = EmbeddedRedis.start(directory)) {
      for (String file : new String[] {"redis.password", "redis.conf", "redis.port"}) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(directory.resolve(file))))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void whereTheProgramDoesNotRunTheMessageSaysWhatToDo() throws IOException {
    Path program = RedisBinary.extractInto(directory);
    Files.writeString(program, "#!/bin/sh\necho 'libssl.so.3: not found'\nexit 127\n");

    assertThatThrownBy(() -> EmbeddedRedis.start(directory))
        .isInstanceOf(EmbeddedRedisUnavailable.class)
        .hasMessageContaining("redis.url");

    Files.writeString(program, "no program at all");
    assertThatThrownBy(() -> EmbeddedRedis.start(directory))
        .isInstanceOf(EmbeddedRedisUnavailable.class)
        .hasMessageContaining("redis.url");
  }

  @Test
  void aStalePortAndProcessIdOfSomebodyElseAreNotAdopted() throws IOException {
    EmbeddedRedis first = EmbeddedRedis.start(directory);
    first.close();
    Files.writeString(directory.resolve("redis.pid"), Long.toString(ProcessHandle.current().pid()));

    try (EmbeddedRedis second = EmbeddedRedis.start(directory)) {
      assertThat(second.wasAdopted()).isFalse();
      assertThat(second.pid()).isNotEqualTo(ProcessHandle.current().pid());
    }
  }
}
