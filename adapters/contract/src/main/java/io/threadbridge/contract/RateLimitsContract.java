package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.Budget;
import io.threadbridge.bridge.port.Rate;
import io.threadbridge.bridge.port.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All that [RateLimits] promise.
public interface RateLimitsContract {
  /// The limits under test; every bucket is full before each test.
  RateLimits limits();

  @Test
  default void aFullBucketGivesItsBurstAndThenSaysHowLongToWait() {
    takeAll("cards", 40, 5, NOON);

    assertThat(limits().take("cards", 40, 5, NOON)).contains(Duration.ofMillis(1_500));
    assertThat(limits().take("cards", 40, 5, NOON.plusMillis(1_499))).contains(MILLISECOND);
    assertThat(limits().take("cards", 40, 5, NOON.plusMillis(1_500))).isEmpty();
    assertThat(limits().take("cards", 40, 5, NOON.plusMillis(1_500)))
        .contains(Duration.ofMillis(1_500));
  }

  @Test
  default void aLongRestFillsTheBucketAndNoMore() {
    takeAll("cards", 60, 3, NOON);
    Instant later = NOON.plusSeconds(600);
    takeAll("cards", 60, 3, later);

    assertThat(limits().take("cards", 60, 3, later)).contains(Duration.ofSeconds(1));
  }

  @Test
  default void askingInVainTakesNothing() {
    takeAll("cards", 60, 1, NOON);
    for (int number = 0; number < 10; number++) {
      assertThat(limits().take("cards", 60, 1, NOON.plusMillis(500))).isPresent();
    }

    assertThat(limits().take("cards", 60, 1, NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  default void bucketsDoNotShareTheirTokens() {
    takeAll("one", 60, 2, NOON);

    assertThat(limits().take("other", 60, 2, NOON)).isEmpty();
  }

  @Test
  default void ofSeveralBucketsEachMustHaveAToken() {
    Budget budget =
        new Budget(
            "both",
            List.of(new Rate(2, Duration.ofSeconds(1)), new Rate(3, Duration.ofSeconds(10))));
    assertThat(limits().take(budget, NOON)).isEmpty();
    assertThat(limits().take(budget, NOON)).isEmpty();

    assertThat(limits().take(budget, NOON)).contains(Duration.ofSeconds(1));
    assertThat(limits().take(budget, NOON.plusSeconds(1))).isEmpty();
    assertThat(limits().take(budget, NOON.plusSeconds(2))).contains(Duration.ofSeconds(8));
    assertThat(limits().take(budget, NOON.plusSeconds(10))).isEmpty();
  }

  @Test
  default void aBudgetWithoutALimitGivesAlways() {
    Budget budget = new Budget("free", List.of(Rate.UNLIMITED));
    for (int number = 0; number < 20; number++) {
      assertThat(limits().take(budget, NOON)).isEmpty();
    }
  }

  @Test
  default void aBudgetThatHasGainedABucketSinceIsStillKept() {
    Rate slow = new Rate(1, Duration.ofSeconds(10));
    assertThat(limits().take(new Budget("grown", List.of(slow)), NOON)).isEmpty();
    Budget grown = new Budget("grown", List.of(slow, new Rate(1, Duration.ofSeconds(20))));

    assertThat(limits().take(grown, NOON)).contains(Duration.ofSeconds(10));
    assertThat(limits().take(grown, NOON.plusSeconds(10))).isEmpty();
    assertThat(limits().take(grown, NOON.plusSeconds(20))).contains(Duration.ofSeconds(10));
  }

  @Test
  default void ofManyWhoTakeAtOnceOnlyTheBurstIsServed() {
    List<Optional<Duration>> answers = AtOnce.call(8, _ -> limits().take("cards", 60, 3, NOON));

    assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(3);
  }

  private void takeAll(String bucket, int perMinute, int burst, Instant now) {
    for (int number = 0; number < burst; number++) {
      assertThat(limits().take(bucket, perMinute, burst, now)).isEmpty();
    }
  }
}
