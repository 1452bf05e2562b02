package io.threadbridge.bridge.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With one visitor at a time for each person the model is the textbooks', and gives their figures.
final class PublishedFiguresTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// Lucent's Erlang B table: the traffic, in erlangs, of which 2 % are blocked.
  @ParameterizedTest
  @CsvSource({
    "3, 0.602",
    "5, 1.657",
    "7, 2.935",
    "9, 4.345",
    "11, 5.842",
    "15, 9.010",
    "19, 12.333",
    "27, 19.265",
    "31, 22.827",
    "51, 41.189",
    "75, 63.900",
    "89, 77.342"
  })
  void erlangBBlocksTwoPercent(int lines, double erlangs) {
    assertThat(erlangC(erlangs, lines).blocked()).isCloseTo(0.02, within(0.00005));
  }

  /// Rappaport, "Wireless Communications", capacity of an Erlang B system at a grade of service of
  /// 1 %; for 15 lines the manual of Westbay's calculator.
  @ParameterizedTest
  @CsvSource({
    "2, 0.153",
    "4, 0.869",
    "5, 1.36",
    "10, 4.46",
    "15, 8.108",
    "20, 12.0",
    "40, 29.0",
    "100, 84.1"
  })
  void erlangBBlocksOnePercent(int lines, double erlangs) {
    assertThat(erlangC(erlangs, lines).blocked()).isCloseTo(0.01, within(0.0003));
  }

  /// The worked example of Call Centre Helper's page on the formula, with the digits that the R
  /// package ErlangC 0.1.0 publishes for it: 100 calls in half an hour, 180 s each, 14 agents.
  @Test
  void erlangCOfTheWorkedExample() {
    WaitingLine line =
        WaitingLine.patient(new Demand(200, Duration.ofSeconds(180)), new Crew(14, 1));

    assertThat(line.waits()).isCloseTo(0.1741319, within(5e-8));
    assertThat(line.servedWithin(Duration.ofSeconds(20))).isCloseTo(0.88835, within(5e-6));
    assertThat(seconds(line)).isCloseTo(7.83593701, within(5e-9));
    assertThat(line.leaves()).isZero();
  }

  /// Garnett, Mandelbaum and Reiman, "Designing a Call Center with Impatient Customers", M&SOM 4
  /// (2002), comparison of the models without and with abandonment: 50 agents, 48 calls a minute,
  /// one minute each, two minutes of patience.
  @Test
  void erlangCAndErlangASideBySide() {
    Demand demand = new Demand(48 * 60, MINUTE);
    WaitingLine patient = WaitingLine.patient(demand, new Crew(50, 1));
    WaitingLine impatient = WaitingLine.impatient(demand, new Crew(50, 1), Duration.ofMinutes(2));

    assertThat(seconds(patient)).isCloseTo(20.8, within(0.05));
    assertThat(patient.servedWithin(Duration.ofMillis(58_100))).isCloseTo(0.9, within(0.0005));
    assertThat(seconds(impatient)).isCloseTo(3.7, within(0.05));
    assertThat(impatient.leaves()).isCloseTo(0.031, within(0.0005));
  }

  private static WaitingLine erlangC(double erlangs, int lines) {
    return WaitingLine.patient(new Demand(erlangs * 60, MINUTE), new Crew(lines, 1));
  }

  private static double seconds(WaitingLine line) {
    return line.meanWait().orElseThrow().toNanos() / 1e9;
  }
}
