package io.threadbridge.bridge.staffing;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.staffing.Presence.Kind;
import io.threadbridge.bridge.staffing.StaffingAdvice.MorePeople;
import io.threadbridge.bridge.staffing.StaffingAdvice.OneFewer;
import io.threadbridge.bridge.staffing.StaffingAdvice.SomebodyInCharge;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of weeks that were made for it. A conversation takes ten minutes.
final class StaffingAdviceTest {
  private static final StaffingGoal GOAL = StaffingGoal.usual(3);
  private static final Presence NOBODY = new Presence(Kind.NOBODY, 0);
  private static final Presence ONE = new Presence(Kind.PEOPLE, 1);
  private static final Presence TWO = new Presence(Kind.PEOPLE, 2);

  @Test
  void nobodyWasThereOnTuesdayEvening() {
    Week week =
        calm(1).with(TUESDAY, 17, hour(1, 2, 2, 2, 0)).with(TUESDAY, 18, hour(1, 1, 1, 0, 0));

    assertThat(advice(week))
        .containsExactly(new MorePeople(new Span(TUESDAY, 17, 19), 1, 3, NOBODY, 1));
  }

  @Test
  void onSaturdayTooManyCame() {
    Week week = calm(1);
    int[] visitors = {12, 18, 16, 11};
    for (int i = 0; i < visitors.length; i++) {
      week = week.with(SATURDAY, 10 + i, hour(1, visitors[i], 5, 1, 1));
    }

    assertThat(advice(week))
        .containsExactly(new MorePeople(new Span(SATURDAY, 10, 14), 1, 20, ONE, 3));
  }

  @Test
  void longerConversationsNeedMorePeople() {
    HourLoad quick = new HourLoad(1, 12, 12, Duration.ofMinutes(24), 4, 0, 0, OptionalDouble.of(0));
    HourLoad slow = new HourLoad(1, 12, 12, Duration.ofMinutes(240), 4, 0, 0, OptionalDouble.of(0));

    assertThat(needed(quick)).isEqualTo(1);
    assertThat(needed(slow)).isEqualTo(3);
  }

  @Test
  void aQuietWeekIsNotSpokenOf() {
    assertThat(advice(Week.NONE)).isEmpty();
    assertThat(advice(calm(1))).isEmpty();
    assertThat(advice(calm(8))).isEmpty();
  }

  @Test
  void oneBadHourIsOneHour() {
    Week week = calm(1).with(WEDNESDAY, 18, hour(1, 8, 6, 0, 1));

    assertThat(advice(week))
        .containsExactly(new MorePeople(new Span(WEDNESDAY, 18, 19), 1, 6, ONE, 2));
  }

  /// Three in all, and one in every two weeks; more than the tenth that the goal allows.
  @ParameterizedTest
  @CsvSource({
    "4, 1, 1, false",
    "4, 2, 2, false",
    "4, 3, 3, true",
    "6, 3, 3, true",
    "7, 3, 3, false",
    "9, 4, 4, false",
    "9, 5, 5, true",
    "1, 30, 3, false",
    "1, 29, 3, true",
    "1, 40, 5, true"
  })
  void whatCouldBeChanceIsNotSaid(int weeks, int arrivals, int waited, boolean said) {
    Week week = Week.NONE.with(THURSDAY, 20, hour(weeks, arrivals, waited, 0, 0));

    assertThat(advice(week)).hasSize(said ? 1 : 0);
  }

  @Test
  void enoughPeopleWereThereButNobodyWasInCharge() {
    Week week = calm(1).with(FRIDAY, 18, hour(1, 5, 4, 1, 2));

    assertThat(advice(week))
        .containsExactly(new SomebodyInCharge(new Span(FRIDAY, 18, 19), 1, 4, TWO));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, NOBODY, 0",
    "0.1, NOBODY, 0",
    "0.11, PARTLY, 0",
    "0.89, PARTLY, 0",
    "0.9, PEOPLE, 1",
    "1.8, PEOPLE, 1",
    "1.95, PEOPLE, 2",
    "2.1, PEOPLE, 2"
  })
  void whoWasThereIsSaidInWholePeople(double average, Kind kind, int people) {
    assertThat(Presence.of(OptionalDouble.of(average))).isEqualTo(new Presence(kind, people));
  }

  @Test
  void whoWasThereIsNotGuessed() {
    HourLoad unknown = new HourLoad(1, 3, 0, Duration.ZERO, 3, 3, 0, OptionalDouble.empty());

    assertThat(advice(Week.NONE.with(MONDAY, 9, unknown)))
        .containsExactly(
            new MorePeople(new Span(MONDAY, 9, 10), 1, 3, new Presence(Kind.UNKNOWN, 0), 1));
  }

  @Test
  void oneOfThreeWouldNotHaveBeenMissed() {
    Week week = Week.NONE;
    for (int hour = 9; hour < 13; hour++) {
      week = week.with(MONDAY, hour, hour(4, 8, 0, 0, 3));
      week = week.with(TUESDAY, hour, hour(4, 8, hour == 10 ? 1 : 0, 0, 3));
      week = week.with(WEDNESDAY, hour, hour(3, 8, 0, 0, 3));
      week = week.with(THURSDAY, hour, hour(4, 8, 0, 0, 1));
      week = week.with(FRIDAY, hour, hour(4, 40, 0, 0, 2));
      week = week.with(SATURDAY, hour, hour(4, 1, 0, 0, 3));
    }

    assertThat(advice(week)).containsExactly(new OneFewer(new Span(MONDAY, 9, 13), 4, 3));
  }

  @Test
  void whatIsDifferentIsNotJoined() {
    HourLoad nobody = hour(1, 3, 3, 0, 0);
    Week week =
        Week.NONE
            .with(MONDAY, 23, nobody)
            .with(TUESDAY, 0, nobody)
            .with(TUESDAY, 1, hour(1, 10, 3, 0, 1));

    assertThat(advice(week))
        .containsExactly(
            new MorePeople(new Span(MONDAY, 23, 24), 1, 3, NOBODY, 1),
            new MorePeople(new Span(TUESDAY, 0, 1), 1, 3, NOBODY, 1),
            new MorePeople(new Span(TUESDAY, 1, 2), 1, 3, ONE, 2));
  }

  @Test
  void aDayOf23HoursHasAnEmptyOneAndADayOf25TheSameTwice() {
    HourLoad bad = hour(1, 3, 3, 0, 0);
    Week spring = Week.NONE.with(SUNDAY, 2, bad).with(SUNDAY, 4, bad);
    Week autumn = spring.with(SUNDAY, 3, hour(2, 14, 4, 0, 0));

    assertThat(advice(spring))
        .extracting(StaffingAdvice::span)
        .containsExactly(new Span(SUNDAY, 2, 3), new Span(SUNDAY, 4, 5));
    assertThat(advice(autumn))
        .containsExactly(new MorePeople(new Span(SUNDAY, 2, 5), 1, 10, NOBODY, 2));
    assertThat(advice(Week.NONE.with(SUNDAY, 3, hour(2, 12, 4, 0, 0))))
        .containsExactly(new MorePeople(new Span(SUNDAY, 3, 4), 2, 4, NOBODY, 1));
  }

  @Test
  void theThreeMostUsefulAreSaidWorstFirst() {
    Week week = Week.NONE;
    for (DayOfWeek day : List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY)) {
      week = week.with(day, 8, hour(1, 3 + day.getValue(), 3 + day.getValue(), 0, 0));
    }
    week = week.with(FRIDAY, 8, hour(1, 5, 5, 5, 0));

    assertThat(advice(week))
        .extracting(said -> said.span().day())
        .containsExactly(FRIDAY, THURSDAY, WEDNESDAY);
  }

  @Test
  void noHourIsSpokenOfTwiceAndWhoIsNeededIsMoreThanWhoWasThere() {
    Random random = new Random(5);
    int said = 0;
    for (int round = 0; round < 300; round++) {
      Week week = Week.NONE;
      for (int hour = 0; hour < Week.HOURS; hour++) {
        int arrivals = random.nextInt(12);
        int waited = random.nextInt(4) == 0 ? random.nextInt(arrivals + 1) : 0;
        HourLoad load = hour(4, arrivals, waited, waited / 2, random.nextInt(9) / 2.0);
        week = week.with(DayOfWeek.of(1 + hour / 24), hour % 24, load);
      }
      List<StaffingAdvice> advice = advice(week);
      boolean[] spoken = new boolean[Week.HOURS];
      for (StaffingAdvice one : advice) {
        for (int hour = one.span().from(); hour < one.span().until(); hour++) {
          int index = (one.span().day().getValue() - 1) * 24 + hour;
          assertThat(spoken[index]).isFalse();
          spoken[index] = true;
        }
        if (one instanceof MorePeople more) {
          assertThat(more.needed()).isGreaterThan(more.present().people());
        }
      }
      assertThat(advice).hasSizeLessThanOrEqualTo(StaffingAdvice.ADVICE_MAX);
      said += advice.size();
    }
    assertThat(said).isGreaterThan(600);
  }

  private static List<StaffingAdvice> advice(Week week) {
    return StaffingAdvice.of(week, GOAL);
  }

  private static int needed(HourLoad load) {
    return advice(Week.NONE.with(MONDAY, 9, load)).stream()
        .mapToInt(one -> ((MorePeople) one).needed())
        .sum();
  }

  /// One person from nine to five, and a visitor an hour who is answered.
  private static Week calm(int weeks) {
    Week week = Week.NONE;
    for (DayOfWeek day : Arrays.asList(DayOfWeek.values()).subList(0, 5)) {
      for (int hour = 9; hour < 17; hour++) {
        week = week.with(day, hour, hour(weeks, weeks, 0, 0, 1));
      }
    }
    return week;
  }

  private static HourLoad hour(int times, int arrivals, int waited, int missed, double present) {
    int answered = arrivals - missed;
    Duration handling = Duration.ofMinutes(10L * answered);
    return new HourLoad(
        times, arrivals, answered, handling, waited, missed, 0, OptionalDouble.of(present));
  }
}
