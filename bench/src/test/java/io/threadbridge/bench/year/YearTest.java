package io.threadbridge.bench.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The simulated year at a tenth of its size.
final class YearTest {
  private static final int FIRMS = 10;
  private static final int CONVERSATIONS = 2_000;

  @Test
  void nobodyIsLeftInSilenceHurriedOrForgotten() {
    Tally year = YearCommand.simulate(Variation.NONE, FIRMS, CONVERSATIONS, 7);

    assertThat(Stream.of(Count.values()).filter(Count::mustBeZero))
        .allSatisfy(count -> assertThat(year.of(count)).as(count.words()).isZero());
    assertThat(Stream.of(Count.values()).filter(count -> !count.mustBeZero() && !count.isAllowed()))
        .allSatisfy(count -> assertThat(year.of(count)).as(count.words()).isPositive());
    assertThat(year.of(Count.FIRST_ON_RETURN)).isPositive();
    assertThat(year.latest()).isPositive().isLessThanOrEqualTo(Outages.LONGEST);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void withItsRuleSwitchedOffAFigureIsNotZero(Variation variation) {
    Tally year = YearCommand.simulate(variation, 2, 500, 7);

    assertThat(year.of(variation.breaks())).as(variation.breaks().words()).isPositive();
  }
}
