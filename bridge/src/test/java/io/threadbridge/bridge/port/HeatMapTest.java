package io.threadbridge.bridge.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.threadbridge.bridge.port.HeatMap.Day;
import io.threadbridge.bridge.port.HeatMap.Hours;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which hours of a week are worth showing.
final class HeatMapTest {
  @Test
  void theHoursWithVisitorsAreShown() {
    assertThat(week(Hours.NONE, 7, 12, 19).shown()).isEqualTo(new Hours(7, 20));
  }

  @Test
  void theOpeningHoursAreShownEvenIfNobodyCame() {
    assertThat(week(new Hours(9, 18)).shown()).isEqualTo(new Hours(9, 18));
    assertThat(week(new Hours(9, 18), 20).shown()).isEqualTo(new Hours(9, 21));
    assertThat(week(new Hours(0, 24), 12).shown()).isEqualTo(new Hours(0, 24));
  }

  @Test
  void aFewHoursAreShownWithTheirNeighbours() {
    assertThat(week(Hours.NONE, 13).shown()).isEqualTo(new Hours(10, 18));
    assertThat(week(Hours.NONE, 12, 18).shown()).isEqualTo(new Hours(12, 20));
    assertThat(week(Hours.NONE, 0).shown()).isEqualTo(new Hours(0, 8));
    assertThat(week(Hours.NONE, 23).shown()).isEqualTo(new Hours(16, 24));
  }

  @Test
  void aWeekWithoutAnythingShowsTheMiddleOfTheDay() {
    assertThat(week(Hours.NONE).shown()).isEqualTo(new Hours(8, 16));
  }

  @Test
  void figuresOutOfTheirLimitsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Day("Mon", List.of(1L)));
    assertThatIllegalArgumentException().isThrownBy(() -> day(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> day(HeatMap.MOST + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Hours(5, 25));
  }

  private static Day day(long count) {
    return new Day("Mon", Collections.nCopies(24, count));
  }

  private static HeatMap week(Hours open, Integer... busy) {
    Set<Integer> hours = Set.of(busy);
    Day day =
        new Day(
            "Mon",
            IntStream.range(0, 24).mapToObj(hour -> hours.contains(hour) ? 3L : 0L).toList());
    List<Day> days = Collections.nCopies(7, day);
    return new HeatMap("en", "Week", "Count", Collections.nCopies(24, "00"), days, open, "Alt");
  }
}
