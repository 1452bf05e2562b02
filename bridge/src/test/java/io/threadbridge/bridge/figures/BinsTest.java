package io.threadbridge.bridge.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers of the bins are stored: none of these may ever change.
final class BinsTest {
  @Test
  void theBinsThatAreStoredAreTheSameForEver() {
    long[] lengths = {0, 1, 2, 1_000, 10_000, 60_000, 3_600_000, Bins.MILLIS_MAX};

    assertThat(LongStream.of(lengths).mapToInt(Bins::of))
        .containsExactly(0, 1, 36, 347, 462, 552, 756, 1_215);
  }

  @Test
  void aBinStandsForALengthThatIsNoMoreThanOnePercentAway() {
    Random random = new Random(1);
    LongStream.concat(LongStream.range(1, 20_000), random.longs(20_000, 1, Bins.MILLIS_MAX))
        .forEach(
            millis ->
                assertThat(Math.abs(Bins.millis(Bins.of(millis)) - (double) millis))
                    .as("%d ms", millis)
                    .isLessThanOrEqualTo((double) millis * Bins.ACCURACY + 1e-6));
  }

  @Test
  void aLongerLengthIsNeverInALowerBin() {
    assertThat(LongStream.range(0, 100_000).mapToInt(Bins::of)).isSorted();
  }

  @Test
  void distributionsAddUpWhateverTheOrder() {
    Distribution one = Distribution.NONE.with(5).with(700).with(80_000);
    Distribution other = Distribution.NONE.with(700).with(6);

    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(other))
        .isEqualTo(Distribution.NONE.with(5).with(6).with(700).with(700).with(80_000));
    assertThat(one.plus(Distribution.NONE)).isEqualTo(one);
  }

  @Test
  void ofNothingThereIsNothingToTell() {
    assertThat(Distribution.NONE.count()).isZero();
    assertThat(Distribution.NONE.longest()).isEmpty();
    assertThat(Distribution.NONE.mean()).isEmpty();
    assertThat(Distribution.NONE.percentile(0.5)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.9, 1",
    "9, 0.9, 9",
    "10, 0.9, 9",
    "11, 0.9, 10",
    "12, 0.9, 11",
    "70, 0.9, 63",
    "101, 0.99, 100",
    "2, 0.5, 1",
    "3, 0.5, 2",
    "30, 0.1, 3",
    "7, 0, 1"
  })
  void aShareIsNeverFewerThanItSays(int count, double share, long place) {
    Distribution distribution = Distribution.NONE;
    for (int i = 1; i <= count; i++) {
      distribution = distribution.with(i * 1_000L);
    }

    assertThat(distribution.percentile(share).orElseThrow().toMillis())
        .isCloseTo(place * 1_000, withinPercentage(1));
  }

  @Test
  void ofOneLengthEveryPercentileIsThatOne() {
    Distribution one = Distribution.NONE.with(2);

    assertThat(one.longest()).contains(Duration.ofMillis(2));
    assertThat(one.percentile(0)).isEqualTo(one.percentile(1));
  }
}
