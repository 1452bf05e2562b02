package io.threadbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.contract.ManualClock;
import io.threadbridge.contract.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameRateTest {
  private final ManualClock clock = new ManualClock(Samples.NOON);
  private final FrameRate rate = new FrameRate(20, 120, Samples.NOON);

  @Test
  void givesTwentyAtOnceAndTwoASecondAfterThat() {
    for (int i = 0; i < 20; i++) {
      assertThat(rate.take(clock.instant())).isEmpty();
    }
    assertThat(rate.take(clock.instant())).contains(Duration.ofMillis(500));
    assertThat(rate.take(clock.advance(Duration.ofMillis(499)))).contains(Duration.ofMillis(1));
    assertThat(rate.take(clock.advance(Duration.ofMillis(1)))).isEmpty();
    assertThat(rate.take(clock.instant())).isPresent();
  }

  @Test
  void aLongSilenceGivesNoMoreThanTheBurst() {
    clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 20; i++) {
      assertThat(rate.take(clock.instant())).isEmpty();
    }
    assertThat(rate.take(clock.instant())).isPresent();
  }
}
