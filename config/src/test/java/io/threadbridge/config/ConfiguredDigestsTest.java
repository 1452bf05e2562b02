package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.threadbridge.bridge.site.DigestTimes;
import io.threadbridge.bridge.site.DigestTimes.Weekly;
import io.threadbridge.config.Settings.DigestSettings;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The digest's times as they are written in a file.
final class ConfiguredDigestsTest {
  private static final String DAILY = "08:00";
  private static final String WEEKLY = "monday 08:05";

  private static DigestTimes times(String daily, String weekly) {
    return new ConfiguredDigests("threadbridge.sites.shop.digest")
        .times(new DigestSettings(daily, weekly));
  }

  @Test
  void theUsualTimesAreTheOnesThatAreWritten() {
    assertThat(times(DAILY, WEEKLY)).isEqualTo(DigestTimes.USUAL);
  }

  @Test
  void otherTimesAreRead() {
    assertThat(times("18:30", " Friday   16:00 "))
        .isEqualTo(
            new DigestTimes(
                Optional.of(LocalTime.of(18, 30)),
                Optional.of(new Weekly(DayOfWeek.FRIDAY, LocalTime.of(16, 0)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "off", "OFF"})
  void eachCanBeSwitchedOff(String off) {
    assertThat(times(off, off)).isEqualTo(DigestTimes.OFF);
    assertThat(times(DAILY, off).daily()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1080", "25:00", "8", "morning"})
  void aTimeThatIsNoneIsShownWithItsMend(String written) {
    assertThatExceptionOfType(SettingsProblem.class)
        .isThrownBy(() -> times(written, WEEKLY))
        .withMessageContaining("threadbridge.sites.shop.digest.daily")
        .satisfies(problem -> assertThat(problem.mend()).contains("\"08:00\" in quotes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "08:05", "funday 08:05", "monday", "monday 25:00", "monday 08:05 x"})
  void aDayAndTimeThatAreNoneAreShownWithTheirMend(String written) {
    assertThatExceptionOfType(SettingsProblem.class)
        .isThrownBy(() -> times(DAILY, written))
        .withMessageContaining("threadbridge.sites.shop.digest.weekly")
        .satisfies(problem -> assertThat(problem.mend()).contains("monday 08:05"));
  }
}
