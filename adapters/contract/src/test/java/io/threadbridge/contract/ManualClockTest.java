package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ManualClockTest {
  private final ManualClock clock = new ManualClock(NOON);

  @Test
  void itStandsStillUntilItIsMoved() {
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void itIsMovedForwardAndBack() {
    assertThat(clock.advance(Duration.ofSeconds(10))).isEqualTo(NOON.plusSeconds(10));
    assertThat(clock.advance(Duration.ofSeconds(-3))).isEqualTo(NOON.plusSeconds(7));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void itIsSetToAnyMoment() {
    clock.set(NOON.minusSeconds(1));

    assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(1));
  }

  @Test
  void movesFromManyThreadsAreAllCounted() {
    AtOnce.call(8, _ -> clock.advance(Duration.ofMillis(1)));

    assertThat(clock.instant()).isEqualTo(NOON.plusMillis(8));
  }
}
