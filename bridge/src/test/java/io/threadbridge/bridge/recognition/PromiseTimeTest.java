package io.threadbridge.bridge.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.recognition.PromiseTime.Carried;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTimeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, PT1M",
    "45, PT45M",
    "20 min, PT20M",
    "1440, PT24H",
    "24h, PT24H",
    "1 h 30 min, PT1H30M",
    "'1h, 5', PT1H5M",
    "2 tuntia, PT2H",
    "10 minuuttia, PT10M",
    "1 time 15 minutter, PT1H15M",
    "1 Std. 30 Min., PT1H30M",
    "2 timmar, PT2H",
    "1 год 20 хв, PT1H20M",
  })
  void aTimeIsReadAsPeopleWriteIt(String words, Duration length) {
    assertThat(PromiseTime.written(words)).contains(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0h 0m", "1441", "25h", "24h 1", "-5", "soon", "10:30", "1.5h"})
  void whatIsNoTimeFromAMinuteToADayIsNone(String words) {
    assertThat(PromiseTime.written(words)).isEmpty();
  }

  @Test
  void aButtonCarriesALengthOrAMoment() {
    assertThat(PromiseTime.carried("PT10M", NOW)).contains(new Carried.For(Duration.ofMinutes(10)));
    assertThat(PromiseTime.carried("2026-03-02T09:00:00.001Z", NOW))
        .contains(new Carried.Until(NOW.plusMillis(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "other", "P", "PT59S", "PT24H1S", "2026-03-02T09:00:00Z"})
  void whatIsNoPromiseAnyMoreIsNone(String value) {
    assertThat(PromiseTime.carried(value, NOW)).isEmpty();
  }
}
