package io.threadbridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds expressions against a scrape notices what is not there.
final class PromQueryTest {
  private static final Scrape SCRAPE =
      Scrape.read(
          """
          # TYPE calls_seconds histogram
          calls_seconds_bucket{platform="slack",outcome="done",le="0.5"} 3
          calls_seconds_count{platform="slack",outcome="done"} 3
          waiting{site="shop"} NaN
          idle 4.0
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idle",
        "max by (site) (waiting{site=~\"$site\"}) > 3",
        "histogram_quantile(0.5, sum by (le) (rate(calls_seconds_bucket{outcome=\"done\"}[5m])))",
        "sum(increase(calls_seconds_count{outcome=~\"do.*\"}[$__range])) / sum by (instance)"
            + " (idle)",
      })
  void whatIsThereIsNoProblem(String expression) {
    assertThat(PromQuery.of(expression).problems(SCRAPE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "42 | names no metric",
        "rate(calls_total[5m]) | unknown metric: calls_total",
        "idle / calls_seconds | unknown metric: calls_seconds",
        "idle{site=\"shop\"} | nothing matches idle",
        "waiting{site=\"work\"} | nothing matches waiting",
        "waiting{site=~\"w.*\"} | nothing matches waiting",
        "waiting{shop=~\"$site\"} | nothing matches waiting",
        "sum by (desk) (waiting) | groups by an unknown label: desk",
      })
  void whatIsNotThereIsNoticed(String expression, String problem) {
    assertThat(PromQuery.of(expression).problems(SCRAPE))
        .singleElement()
        .asString()
        .contains(problem);
  }
}
