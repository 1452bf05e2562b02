package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Rate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The buckets stay within what the platforms' documentation allows, in every window that it names.
final class PlatformRatesTest {
  @ParameterizedTest
  @CsvSource({"1, 7", "2, 8", "30, 60", "3600, 1800"})
  void aChannelOfTeamsIsNeverAskedForMoreThanItTakes(int seconds, long limit) {
    assertThat(most(PlatformRates.TEAMS.channel(), seconds)).isLessThanOrEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "30, 45", "3600, 1750"})
  void andMostOfWhatItTakesIsUsed(int seconds, long used) {
    assertThat(most(PlatformRates.TEAMS.channel(), seconds)).isGreaterThanOrEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({"1, 50"})
  void aTenantOfTeamsIsNeverAskedForMoreThanItTakes(int seconds, long limit) {
    assertThat(most(PlatformRates.TEAMS.platform(), seconds)).isLessThanOrEqualTo(limit);
  }

  private static long most(List<Rate> rates, int seconds) {
    Duration window = Duration.ofSeconds(seconds);
    return rates.stream().mapToLong(rate -> rate.most(window)).min().orElseThrow();
  }
}
