package io.threadbridge.bridge.staffing;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class WeekTest {
  private static final HourLoad ONE_WEEK = load(1, OptionalDouble.of(2));
  private static final HourLoad THREE_WEEKS = load(3, OptionalDouble.of(1));

  @Test
  void weeksAddUpHourByHour() {
    Week week = Week.NONE.with(SUNDAY, 23, ONE_WEEK).plus(Week.NONE.with(SUNDAY, 23, THREE_WEEKS));

    assertThat(week.hour(SUNDAY, 23))
        .isEqualTo(new HourLoad(4, 4, 2, Duration.ofMinutes(20), 2, 2, 0, OptionalDouble.of(1.25)));
    assertThat(week.hour(MONDAY, 0)).isEqualTo(HourLoad.NONE);
    assertThat(week.hours().getLast()).isEqualTo(week.hour(SUNDAY, 23));
  }

  @Test
  void whoWasThereIsKnownOnlyIfItAlwaysWas() {
    HourLoad unknown = load(1, OptionalDouble.empty());

    assertThat(ONE_WEEK.plus(unknown).present()).isEmpty();
    assertThat(unknown.plus(ONE_WEEK).present()).isEmpty();
    assertThat(HourLoad.NONE.plus(ONE_WEEK)).isEqualTo(ONE_WEEK);
    assertThat(ONE_WEEK.plus(HourLoad.NONE)).isEqualTo(ONE_WEEK);
  }

  @Test
  void whatCannotBeIsRefused() {
    Duration none = Duration.ZERO;
    OptionalDouble unknown = OptionalDouble.empty();

    refused(() -> new Week(List.of()));
    refused(() -> Week.NONE.hour(MONDAY, 24));
    refused(() -> Week.NONE.hour(MONDAY, -1));
    refused(() -> new HourLoad(-1, 0, 0, none, 0, 0, 0, unknown));
    refused(() -> new HourLoad(0, 1, 0, none, 0, 0, 0, unknown));
    refused(() -> new HourLoad(1, 1, 2, none, 0, 0, 0, unknown));
    refused(() -> new HourLoad(1, 1, 0, none, 2, 0, 0, unknown));
    refused(() -> new HourLoad(1, 1, 0, none, 0, 1, 0, unknown));
    refused(() -> new HourLoad(1, 1, 1, none, 0, 0, -1, unknown));
    refused(() -> new HourLoad(1, 1, 1, Duration.ofMillis(-1), 0, 0, 0, unknown));
    refused(() -> new HourLoad(1, 1, 1, none, 0, 0, 0, OptionalDouble.of(-0.5)));
    refused(() -> new HourLoad(1, 1, 1, none, 0, 0, 0, OptionalDouble.of(Double.NaN)));
    refused(() -> new Span(MONDAY, 9, 9));
    refused(() -> new Span(MONDAY, 23, 25));
    refused(() -> goal(1.0, 20, 3));
    refused(() -> goal(0.0, 20, 3));
    refused(() -> goal(0.9, 60, 3));
    refused(() -> goal(0.9, 20, 0));
    refused(() -> goal(0.9, 20, 21));
    assertThat(StaffingGoal.usual(50).capacity()).isEqualTo(20);
  }

  private static void refused(Runnable what) {
    assertThatIllegalArgumentException().isThrownBy(what::run);
  }

  private static StaffingGoal goal(double share, long reaction, int capacity) {
    Duration minute = Duration.ofMinutes(1);
    return new StaffingGoal(share, minute, Duration.ofSeconds(reaction), minute, minute, capacity);
  }

  private static HourLoad load(int times, OptionalDouble present) {
    return new HourLoad(times, 2, 1, Duration.ofMinutes(10), 1, 1, 0, present);
  }
}
