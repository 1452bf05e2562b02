package io.threadbridge.memory.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How late a wake-up was is told, and only of one that found something due.
final class LatenessTest {
  private static final Duration FIRST_HOLD = Duration.ofSeconds(10);

  @Test
  void aWakeUpThatComesWhenItIsDueIsNotLate() {
    World world = new World();
    world.say("Hello?");
    world.clock.advance(FIRST_HOLD.minusMillis(1));
    world.look();
    assertThat(world.lateness).isEmpty();

    world.clock.advance(Duration.ofMillis(1));
    world.look();
    assertThat(world.lateness).containsExactly(Duration.ZERO);
  }

  @Test
  void oneThatComesLaterIsLateByWhatLiesBetween() {
    World world = new World();
    world.say("Hello?");
    world.clock.advance(FIRST_HOLD.plusMillis(37));
    world.look();

    assertThat(world.lateness).containsExactly(Duration.ofMillis(37));
  }
}
