package io.threadbridge.config.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program's Redis is frozen, killed, or was never there.
final class RedisAwayIT {
  private static final Traffic.Plan PLAN =
      new Traffic.Plan(24, Duration.ofMillis(400), 14, Duration.ofMillis(600), false);

  @TempDir private Path directory;

  @Test
  void nothingIsLostOrDoubledWhileRedisIsFrozenOrKilledAndStartedAgain() {
    try (Home home = new Home(directory.resolve("data"));
        Slack slack = new Slack();
        Program program =
            new Program(directory, "program", slack, "--threadbridge.data-dir=" + home.path())) {
      program.start();
      List<Supplier<URI>> places = Collections.nCopies(4, program::address);
      try (Traffic traffic = new Traffic(slack, "r", places, PLAN)) {
        Until.yes("traffic", () -> traffic.accepted() > 4, program::lastWords);
        ProcessHandle frozen = home.redis().orElseThrow();
        Home.signal("STOP", frozen);
        Until.over(Duration.ofSeconds(5));
        Home.signal("CONT", frozen);

        killInFlight(home, traffic, program, 16);
        killInFlight(home, traffic, program, 40);
        assertThat(traffic.isOver()).as("there was traffic to the end").isFalse();
        traffic.assertAllCameOnceAndInOrder(program::lastWords);
      }
    }
  }

  /// Kills Redis when so many messages are accepted, and waits until the program has another.
  private static void killInFlight(Home home, Traffic traffic, Program program, int accepted) {
    Until.yes("more traffic", () -> traffic.accepted() >= accepted, program::lastWords);
    ProcessHandle killed = home.redis().orElseThrow();
    Home.signal("KILL", killed);
    Until.yes(
        "another Redis",
        () -> home.redis().filter(living -> living.pid() != killed.pid()).isPresent(),
        program::lastWords);
  }

  @Test
  void aStartWithoutRedisEndsAtOnceAndSaysWhatToDo() {
    int closed = Web.freePort();
    try (Slack slack = new Slack();
        Program program =
            new Program(
                directory,
                "program",
                slack,
                "--threadbridge.redis.url=redis://127.0.0.1:" + closed)) {
      program.launch();

      assertThat(program.end()).isNotZero();
      assertThat(program.lastWords())
          .contains("Redis does not answer")
          .contains("127.0.0.1:" + closed)
          .contains("threadbridge.redis.url")
          .doesNotContain("\tat ");
    }
  }
}
