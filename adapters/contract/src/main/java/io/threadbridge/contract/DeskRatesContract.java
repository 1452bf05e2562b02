package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.port.DeskLine;
import io.threadbridge.bridge.port.DeskLine.Place;
import io.threadbridge.bridge.port.DeskLine.Turn;
import io.threadbridge.bridge.port.DeskRates;
import io.threadbridge.bridge.port.Rate;
import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a [DeskLine] and the [RateLimits] beside it promise together: whatever a platform counts
/// together comes out of one budget, whoever takes it.
public interface DeskRatesContract {
  /// Two buckets for each channel, out of which changes come too, and one for the platform.
  DeskRates COUNTED_TOGETHER =
      new DeskRates(
          List.of(Rate.perSecond(5, 1.5), Rate.perSecond(20, 0.45)),
          List.of(),
          List.of(Rate.perSecond(6, 2)));

  /// How many turns and changes a random run asks for.
  int STEPS = 1_500;

  /// A line with these rates, behind which the same budgets stand as behind [#limits()].
  DeskLine line(Function<DeskRef, DeskRates> rates);

  /// The limits beside the lines; every bucket is full before each test.
  RateLimits limits();

  @Test
  default void aChangeComesOutOfTheChannelsBudgetWhereThePlatformCountsItThere() {
    DeskRates rates =
        new DeskRates(List.of(new Rate(3, Duration.ofSeconds(1))), List.of(), List.of());
    DeskLine line = line(_ -> rates);
    fill(line, DESK, 5);

    assertThat(limits().takeAll(rates.changeOn(DESK, true), NOON)).isEmpty();
    assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Yours.class);
    assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Yours.class);
    assertThat(line.take(DESK, NOON)).isEqualTo(new Turn.Wait(NOON.plusSeconds(1)));
  }

  @Test
  default void aChangeLeavesAThirdToTheVisitorsWordsUntilItIsOverdue() {
    DeskRates rates =
        new DeskRates(List.of(new Rate(6, Duration.ofSeconds(1))), List.of(), List.of());
    DeskLine line = line(_ -> rates);
    fill(line, DESK, 5);
    for (int change = 0; change < 4; change++) {
      assertThat(limits().takeAll(rates.changeOn(DESK, false), NOON)).isEmpty();
    }

    assertThat(limits().takeAll(rates.changeOn(DESK, false), NOON)).contains(Duration.ofSeconds(1));
    assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Yours.class);
    assertThat(limits().takeAll(rates.changeOn(DESK, true), NOON)).isEmpty();
    assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Wait.class);
  }

  @Test
  default void changesThatThePlatformCountsApartLeaveTheChannelAlone() {
    DeskRates rates =
        new DeskRates(
            List.of(new Rate(1, Duration.ofSeconds(1))),
            List.of(new Rate(2, Duration.ofSeconds(1))),
            List.of());
    DeskLine line = line(_ -> rates);
    fill(line, DESK, 1);

    assertThat(limits().takeAll(rates.changeOn(DESK, false), NOON)).isEmpty();
    assertThat(limits().takeAll(rates.changeOn(OTHER_DESK, false), NOON)).isEmpty();
    assertThat(limits().takeAll(rates.changeOn(DESK, false), NOON)).isPresent();
    assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Yours.class);
  }

  @Test
  default void allChannelsShareThePlatformsBudgetAndNobodyLosesTheirPlace() {
    DeskRates rates =
        new DeskRates(
            List.of(Rate.UNLIMITED), List.of(), List.of(new Rate(2, Duration.ofSeconds(1))));
    DeskLine line = line(_ -> rates);
    fill(line, DESK, 3);
    fill(line, OTHER_DESK, 1);

    assertThat(line.take(DESK, NOON)).isEqualTo(new Turn.Yours(id(0)));
    assertThat(line.take(OTHER_DESK, NOON)).isEqualTo(new Turn.Yours(id(0)));
    assertThat(line.take(DESK, NOON)).isEqualTo(new Turn.Wait(NOON.plusSeconds(1)));
    assertThat(line.take(DESK, NOON.plusSeconds(1))).isEqualTo(new Turn.Yours(id(1)));
    assertThat(line.take(DESK, NOON.plusSeconds(2))).isEqualTo(new Turn.Yours(id(2)));
  }

  @Test
  default void anEmptyLineTakesNothingOfThePlatformsBudget() {
    DeskRates rates =
        new DeskRates(
            List.of(Rate.UNLIMITED), List.of(), List.of(new Rate(1, Duration.ofSeconds(9))));
    DeskLine line = line(_ -> rates);
    IntStream.range(0, 10).forEach(_ -> line.take(OTHER_DESK, NOON));
    fill(line, DESK, 1);

    assertThat(line.take(DESK, NOON)).isInstanceOf(Turn.Yours.class);
  }

  @Test
  default void aPausedDeskTakesNoChangesEitherWhereTheyAreCountedTogether() {
    DeskLine line = line(_ -> COUNTED_TOGETHER);
    line.pause(DESK, NOON.plusSeconds(20));

    assertThat(limits().takeAll(COUNTED_TOGETHER.changeOn(DESK, true), NOON))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_001)));
    assertThat(limits().takeAll(COUNTED_TOGETHER.changeOn(OTHER_DESK, true), NOON)).isEmpty();
  }

  @Test
  default void noRandomRunOfPostsAndChangesTakesMoreThanItsBucketsAllowInAnyWindow() {
    DeskLine line = line(_ -> COUNTED_TOGETHER);
    Random random = new Random(4);
    List<Instant> here = new ArrayList<>();
    List<Instant> everywhere = new ArrayList<>();
    Instant now = NOON;
    for (int step = 0; step < STEPS; step++) {
      now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(9_000) : random.nextInt(200));
      DeskRef desk = random.nextInt(4) == 0 ? OTHER_DESK : DESK;
      if (done(line, desk, step, random.nextBoolean(), now)) {
        everywhere.add(now);
        if (desk.equals(DESK)) {
          here.add(now);
        }
      }
    }

    assertThat(here).hasSizeGreaterThan(STEPS / 10);
    assertWithin(here, COUNTED_TOGETHER.channel());
    assertWithin(everywhere, COUNTED_TOGETHER.platform());
  }

  private boolean done(DeskLine line, DeskRef desk, int step, boolean change, Instant now) {
    if (change) {
      boolean overdue = step % 3 == 0;
      return limits().takeAll(COUNTED_TOGETHER.changeOn(desk, overdue), now).isEmpty();
    }
    line.enter(desk, id(step), Place.WORDS, now);
    return line.take(desk, now) instanceof Turn.Yours;
  }

  private static void assertWithin(List<Instant> moments, List<Rate> rates) {
    for (Rate rate : rates) {
      for (int seconds : new int[] {0, 1, 2, 10, 30, 120}) {
        Duration window = Duration.ofSeconds(seconds);
        assertThat(mostIn(moments, window))
            .as("%s in %s", rate, window)
            .isLessThanOrEqualTo(rate.most(window));
      }
    }
  }

  /// The most moments that any window of this length holds, its ends included.
  private static long mostIn(List<Instant> moments, Duration window) {
    long most = 0;
    int first = 0;
    for (int last = 0; last < moments.size(); last++) {
      while (moments.get(first).plus(window).isBefore(moments.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static ConversationId id(int number) {
    return new ConversationId("r-" + number);
  }

  private static void fill(DeskLine line, DeskRef desk, int count) {
    IntStream.range(0, count)
        .forEach(n -> line.enter(desk, id(n), Place.WORDS, NOON.plusMillis(n)));
  }
}
