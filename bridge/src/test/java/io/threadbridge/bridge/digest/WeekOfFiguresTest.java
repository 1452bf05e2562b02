package io.threadbridge.bridge.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.staffing.HourLoad;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WeekOfFiguresTest {
  private static final DeskRef DESK = new DeskRef("slack:C1");
  private static final LocalDate SUNDAY = LocalDate.of(2035, 6, 10);
  private static final StaffingGoal GOAL = StaffingGoal.usual(3);

  @Test
  void whoWasAnsweredAtOnceAndWaitedForWhatWasPromisedNeedsNobodyElse() {
    Figures weeks =
        fourWeeks(
            Map.of(
                Kind.FIRST_ANSWER, 2L,
                Kind.ANSWERED_IN_A_MINUTE, 2L,
                Kind.LATER_ANSWER, 2L,
                Kind.WAITED_LONG, 2L));

    HourLoad hour = WeekOfFigures.of(weeks).hour(DayOfWeek.THURSDAY, 9);
    assertThat(hour.waitedLong()).isZero();
    assertThat(hour.laterLong()).isEqualTo(8);
    assertThat(advice(weeks)).as("and not that nobody waited").isEmpty();
  }

  @Test
  void whoeverWaitedLongForAFirstAnswerOrInVainIsCounted() {
    Figures weeks =
        fourWeeks(
            Map.of(
                Kind.FIRST_ANSWER, 3L,
                Kind.ANSWERED_IN_A_MINUTE, 2L,
                Kind.FIRST_UNANSWERED, 1L,
                Kind.LATER_ANSWER, 3L,
                Kind.WAITED_LONG, 5L,
                Kind.MISSED, 1L));

    HourLoad hour = WeekOfFigures.of(weeks).hour(DayOfWeek.THURSDAY, 9);
    assertThat(hour.waitedLong()).isEqualTo(8);
    assertThat(hour.missed()).isEqualTo(4);
    assertThat(hour.laterLong()).isEqualTo(12);
    assertThat(advice(weeks))
        .singleElement()
        .isInstanceOfSatisfying(
            StaffingAdvice.SomebodyInCharge.class,
            enough -> assertThat(enough.waited()).isEqualTo(40));
  }

  @Test
  void whereNobodyWaitedAtAllOneFewerWouldDo() {
    Figures weeks = fourWeeks(Map.of(Kind.FIRST_ANSWER, 2L, Kind.ANSWERED_IN_A_MINUTE, 2L));

    assertThat(advice(weeks)).singleElement().isInstanceOf(StaffingAdvice.OneFewer.class);
  }

  private static List<StaffingAdvice> advice(Figures weeks) {
    return StaffingAdvice.of(WeekOfFigures.of(weeks), GOAL);
  }

  /// Thursdays from nine to two, two people there, and in each hour the same.
  private static Figures fourWeeks(Map<Kind, Long> counts) {
    return IntStream.range(0, 4)
        .mapToObj(week -> week(SUNDAY.minusWeeks(week), counts))
        .reduce(Figures::plus)
        .orElseThrow();
  }

  private static Figures week(LocalDate sunday, Map<Kind, Long> counts) {
    FiguresBuilder figures = new FiguresBuilder(sunday.minusDays(6), sunday);
    for (int of = 9; of < 14; of++) {
      LocalHour hour = new LocalHour(sunday.minusDays(3), of);
      figures.present(hour, Attended.by(2, Duration.ofHours(1).toMillis()));
      counts.forEach((kind, times) -> figures.inHour(DESK, hour, kind, times));
      figures.inBin(Measure.HANDLING, Bins.of(240_000), 2).longest(Measure.HANDLING, 240_000);
    }
    return figures.build();
  }
}
