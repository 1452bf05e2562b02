package io.threadbridge.config.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program dies at random moments and comes back, on the same data and the same port, to the
/// Redis that it left behind.
final class KillIT {
  private static final int VISITORS = 6;
  private static final int KILLS = 8;
  private static final long SEED = 20_261_122;

  private static final Traffic.Plan PLAN =
      new Traffic.Plan(40, Duration.ofMillis(500), 25, Duration.ofMillis(700), false);

  @TempDir private Path directory;

  @Test
  void nothingIsLostOrDoubledWhenTheProgramIsKilledAgainAndAgain() {
    Random random = new Random(SEED);
    try (Home home = new Home(directory.resolve("data"));
        Slack slack = new Slack();
        Program program =
            new Program(directory, "program", slack, "--threadbridge.data-dir=" + home.path())) {
      program.start();
      long redis = home.redis().orElseThrow().pid();
      List<Supplier<URI>> places = Collections.nCopies(VISITORS, program::address);
      try (Traffic traffic = new Traffic(slack, "v", places, PLAN)) {
        List<Integer> acceptedAtKill = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
          // One in four dies while it starts.
          if (kill % 4 != 0) {
            program.awaitReady();
          }
          Until.over(Duration.ofMillis(200 + random.nextInt(1_800)));
          program.kill();
          acceptedAtKill.add(traffic.accepted());
          program.launch();
        }
        program.awaitReady();
        assertThat(acceptedAtKill.getLast()).as("died amid the traffic").isPositive();
        traffic.assertAllCameOnceAndInOrder(program::lastWords);
        assertThat(home.redis().map(ProcessHandle::pid)).as("the same Redis").contains(redis);
        Books.assertAgree(home.redisUrl());
      }
    }
  }
}
