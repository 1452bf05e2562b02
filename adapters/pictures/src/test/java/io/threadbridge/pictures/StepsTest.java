package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Counts fall into steps that can be read.
final class StepsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1, 1, 1",
    "6, 1, 6",
    "7, 2, 4",
    "13, 3, 5",
    "61, 20, 4",
    "1000000, 200000, 5",
    "1000000000000, 200000000000, 5"
  })
  void aStepIsAsWideAsNeededAndARoundNumber(long most, long width, int number) {
    Steps steps = Steps.upTo(most);

    assertThat(steps.width()).isEqualTo(width);
    assertThat(steps.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 6, 7, 100, 3_174})
  void stepsFollowEachOtherWithoutGaps(long most) {
    Steps steps = Steps.upTo(most);

    assertThat(LongStream.rangeClosed(1, most))
        .allMatch(
            count ->
                steps.lowest(steps.of(count)) <= count && count <= steps.highest(steps.of(count)));
    assertThat(IntStream.range(1, steps.number()))
        .allMatch(step -> steps.highest(step) + 1 == steps.lowest(step + 1));
    assertThat(steps.highest(steps.number())).isEqualTo(most);
  }

  @Test
  void theFullestHourIsTheDarkestUnlessItIsAlone() {
    assertThat(Steps.upTo(9).colour(5)).isEqualTo(Look.FEW_TO_MANY.getLast());
    assertThat(Steps.upTo(1).colour(1)).isEqualTo(Look.FEW_TO_MANY.get(2));
    assertThat(Steps.upTo(0).colour(0)).isEqualTo(Look.NOTHING);
  }
}
