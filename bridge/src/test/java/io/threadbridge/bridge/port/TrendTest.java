package io.threadbridge.bridge.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.threadbridge.bridge.port.Trend.Point;
import java.util.Collections;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// A trend has as many points as can be told apart, and figures that can be drawn.
final class TrendTest {
  @Test
  void oneToSixtyPointsMakeATrend() {
    assertThat(trend(1).points()).hasSize(1);
    assertThat(trend(Trend.MOST_POINTS).points()).hasSize(60);
    assertThatIllegalArgumentException().isThrownBy(() -> trend(0));
    assertThatIllegalArgumentException().isThrownBy(() -> trend(Trend.MOST_POINTS + 1));
  }

  @Test
  void figuresOutOfTheirLimitsAreRefused() {
    assertRefused(-1, 0, OptionalLong.empty());
    assertRefused(0, -1, OptionalLong.empty());
    assertRefused(0, HeatMap.MOST + 1, OptionalLong.empty());
    assertRefused(0, 0, OptionalLong.of(-1));
  }

  private static void assertRefused(long answered, long missed, OptionalLong seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Point("Mon", answered, missed, seconds));
  }

  private static Trend trend(int points) {
    Point point = new Point("Mon", 1, 0, OptionalLong.of(5));
    return new Trend("en", "Days", "a", "m", "w", Collections.nCopies(points, point), "Alt");
  }
}
