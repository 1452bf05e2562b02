package io.threadbridge.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bench.replay.Backlog.Period;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void aPercentileIsTheSmallestThatSoManyDoNotExceed() {
    Spread spread = Spread.of(LongStream.rangeClosed(1, 200).map(i -> 201 - i));
    assertThat(spread.percentile(50)).isEqualTo(100);
    assertThat(spread.percentile(99)).isEqualTo(198);
    assertThat(spread.percentile(100)).isEqualTo(200);
    assertThat(Spread.of(LongStream.empty()).percentile(99)).isZero();
  }

  @Test
  void aSpreadIsShownInMilliseconds() {
    assertThat(Spread.of(LongStream.of(1_500, 2_000, 30_000)))
        .hasToString("median 2.0 ms, 99th percentile 30.0 ms, longest 30.0 ms");
  }

  @Test
  void waitsThatOverlapAreOneBacklog() {
    Backlog backlog =
        Backlog.of(
            List.of(
                new Period(5_000_000, 7_000_000),
                new Period(0, 2_000_000),
                new Period(1_000_000, 3_000_000),
                new Period(1_500_000, 1_600_000)));
    assertThat(backlog.periods())
        .containsExactly(new Period(0, 3_000_000), new Period(5_000_000, 7_000_000));
    assertThat(backlog.seconds()).isEqualTo(5);
  }

  @Test
  void theNumbersOfMessagesAreMicroseconds() {
    assertThat(Micros.of("1795311208.004001")).isEqualTo(1_795_311_208_004_001L);
  }
}
