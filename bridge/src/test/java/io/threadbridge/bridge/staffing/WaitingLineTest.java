package io.threadbridge.bridge.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaitingLineTest {
  private static final Duration IN_TIME = Duration.ofSeconds(40);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// What the series say is what the balance equations say, solved as they stand.
  @ParameterizedTest
  @CsvSource({
    "1, 3, 6, 600, 300",
    "1, 3, 20, 600, 300",
    "2, 3, 18, 480, 120",
    "3, 2, 60, 300, 600",
    "4, 1, 30, 420, 60",
    "0, 3, 12, 600, 300",
    "1, 1, 0.5, 60, 3600"
  })
  void theSeriesSolveTheBalanceEquations(
      int people, int capacity, double perHour, long handling, long patience) {
    Demand demand = new Demand(perHour, Duration.ofSeconds(handling));
    Crew crew = new Crew(people, capacity);
    WaitingLine line = WaitingLine.impatient(demand, crew, Duration.ofSeconds(patience));
    BalanceEquations equations = new BalanceEquations(demand, crew, 1.0 / patience);

    assertThat(line.waits()).isCloseTo(equations.waits(), within(1e-9));
    assertThat(line.leaves()).isCloseTo(equations.leaves(), within(1e-9));
    assertThat(line.servedWithin(IN_TIME)).isCloseTo(equations.servedWithin(40), within(1e-6));
  }

  /// The pace of a person with several visitors is derived for one person; people who really write
  /// to one visitor at a time, and share visitors among them, do nearly as the model says.
  @ParameterizedTest
  @CsvSource({"1, 6", "1, 12", "2, 18", "3, 30"})
  void peopleWhoWriteToOneVisitorAtATimeDoAsTheModelSays(int people, double perHour) {
    Demand demand = new Demand(perHour, Duration.ofMinutes(10));
    Crew crew = new Crew(people, 3);
    WaitingLine line = WaitingLine.impatient(demand, crew, PATIENCE);
    WritingPeople simulated = new WritingPeople(demand, crew, PATIENCE, new Random(20260112));
    simulated.serve(60_000);

    assertThat(line.servedWithin(IN_TIME)).isCloseTo(simulated.servedWithin(40), within(0.01));
    assertThat(line.leaves()).isCloseTo(simulated.left(), within(0.01));
  }

  @Test
  void threeAtOnceAreNotThreeOneAfterAnother() {
    assertThat(new Crew(1, 3).pace(1)).isEqualTo(1, within(1e-12));
    assertThat(new Crew(1, 3).pace(2)).isEqualTo(1.8, within(1e-12));
    assertThat(new Crew(1, 3).pace(3)).isEqualTo(45.0 / 19, within(1e-12));
    assertThat(new Crew(2, 3).pace(3)).isEqualTo(2.8, within(1e-12));
    assertThat(new Crew(7, 1).pace(7)).isEqualTo(7, within(1e-12));
  }

  @Test
  void moreVisitorsAreWorseAndMorePeopleMoreTimeAndLessPatienceAreShorterLines() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      double perHour = Math.exp(random.nextDouble(-2, 6));
      Duration handling = Duration.ofSeconds(random.nextLong(10, 3_600));
      Duration patience = Duration.ofSeconds(random.nextLong(5, 7_200));
      Crew crew = new Crew(random.nextInt(0, 12), random.nextInt(1, 5));
      Crew larger = new Crew(crew.people() + 1, crew.capacity());
      Demand demand = new Demand(perHour, handling);
      Demand more = new Demand(perHour * 1.1, handling);
      WaitingLine line = WaitingLine.impatient(demand, crew, patience);
      WaitingLine busier = WaitingLine.impatient(more, crew, patience);
      WaitingLine helped = WaitingLine.impatient(demand, larger, patience);
      WaitingLine hasty = WaitingLine.impatient(demand, crew, patience.dividedBy(2));

      assertRising(0, busier.servedWithin(IN_TIME), line.servedWithin(IN_TIME), 1);
      assertRising(line.servedWithin(IN_TIME), line.servedWithin(IN_TIME.multipliedBy(2)));
      assertRising(line.servedWithin(IN_TIME), helped.servedWithin(IN_TIME));
      assertRising(0, helped.waits(), line.waits(), busier.waits(), 1);
      assertRising(hasty.waits(), line.waits());
      assertRising(0, helped.leaves(), line.leaves(), busier.leaves(), 1);
      assertRising(line.leaves(), hasty.leaves());
      assertThat(line.servedWithin(Duration.ofHours(30)) + line.leaves())
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void whereNobodyLeavesALineThatGrowsServesNobodyInTime() {
    Demand six = new Demand(6, Duration.ofMinutes(10));
    WaitingLine full = WaitingLine.patient(six, new Crew(1, 1));
    WaitingLine almost =
        WaitingLine.patient(new Demand(5.999, Duration.ofMinutes(10)), new Crew(1, 1));

    assertThat(full.isStable()).isFalse();
    assertThat(full.waits()).isOne();
    assertThat(full.servedWithin(Duration.ofDays(1))).isZero();
    assertThat(full.meanWait()).isEmpty();
    assertThat(almost.isStable()).isTrue();
    assertThat(almost.waits()).isCloseTo(5.999 / 6, within(1e-9));
    assertThat(almost.meanWait().orElseThrow()).isGreaterThan(Duration.ofHours(900));
    assertThat(WaitingLine.impatient(six, new Crew(1, 1), PATIENCE).isStable()).isTrue();
  }

  @Test
  void whereNobodyIsThereEverybodyLeaves() {
    Demand demand = new Demand(3, Duration.ofMinutes(10));
    WaitingLine nobody = WaitingLine.impatient(demand, new Crew(0, 3), PATIENCE);

    assertThat(nobody.waits()).isOne();
    assertThat(nobody.servedWithin(Duration.ofDays(1))).isZero();
    assertThat(nobody.leaves()).isOne();
    assertThat(nobody.meanWait()).contains(PATIENCE);
    assertThat(WaitingLine.patient(demand, new Crew(0, 3)).servedWithin(PATIENCE)).isZero();
  }

  @Test
  void theLargestAndTheSmallestNeitherOverflowNorVanish() {
    Demand most = new Demand(Demand.PER_HOUR_MAX, Duration.ofHours(24));
    Crew many = new Crew(Crew.PEOPLE_MAX, Crew.CAPACITY_MAX);
    WaitingLine crowd = WaitingLine.impatient(most, many, WaitingLine.PATIENCE_MAX);
    WaitingLine calm = WaitingLine.impatient(new Demand(1e-9, PATIENCE), many, PATIENCE);
    double served = many.pace(many.places()) / 24;

    assertThat(crowd.leaves()).isCloseTo(1 - served / Demand.PER_HOUR_MAX, within(1e-9));
    assertThat(crowd.servedWithin(Duration.ofHours(1))).isZero();
    assertThat(calm.waits()).isZero();
    assertThat(calm.servedWithin(Duration.ZERO)).isOne();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Demand demand = new Demand(1, PATIENCE);
    for (double perHour : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 10_001}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Demand(perHour, PATIENCE));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Demand(1, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Crew(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Crew(101, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Crew(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Crew(1, 21));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaitingLine.impatient(demand, new Crew(1, 1), Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WaitingLine.patient(demand, new Crew(1, 1)).servedWithin(Duration.ofMillis(-1)));
  }

  /// But for the last digits.
  private static void assertRising(double... shares) {
    for (int i = 1; i < shares.length; i++) {
      assertThat(shares[i]).isGreaterThanOrEqualTo(shares[i - 1] - 1e-12);
    }
  }
}
