package io.threadbridge.sandbox.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.sandbox.wire.Json;
import org.junit.jupiter.api.Test;

/// The windows in which Teams counts.
class TeamsLimitsTest {
  private static final long START = 1_800_000_000_000L;

  private final TeamsLimits limits = new TeamsLimits();

  private long send(String conversation, long after) {
    return limits.take(Operation.SEND, conversation, START + after);
  }

  @Test
  void theEighthPostInASecondWaitsUntilTheFirstHasLeftTheWindow() {
    for (int i = 0; i < 7; i++) {
      assertThat(send("channel", i * 10L)).isZero();
    }

    assertThat(send("channel", 500)).isEqualTo(1);
    assertThat(send("channel", 1_001)).isZero();
    assertThat(send("channel", 1_500)).as("the ninth in two seconds").isEqualTo(1);
    assertThat(send("another", 500)).isZero();
  }

  @Test
  void sixtyPostsInHalfAMinuteAreEnough() {
    for (int i = 0; i < 60; i++) {
      assertThat(send("channel", i * 300L)).isZero();
    }

    assertThat(send("channel", 18_000)).isEqualTo(12);
    assertThat(send("channel", 30_001)).isZero();
  }

  @Test
  void anHourHoldsEighteenHundred() {
    for (int i = 0; i < 1_800; i++) {
      assertThat(send("channel", i * 600L)).isZero();
    }

    assertThat(send("channel", 1_800 * 600L)).isEqualTo(2_520);
  }

  @Test
  void allConversationsTogetherHaveFiftyCallsASecond() {
    for (int i = 0; i < 50; i++) {
      assertThat(send("channel " + i, i)).isZero();
    }

    assertThat(send("channel 50", 60)).isEqualTo(1);
    assertThat(limits.take(Operation.UPDATE, "channel 1", START + 70)).isEqualTo(1);
  }

  @Test
  void updatesCountInAConversationOnlyWhenToldSo() {
    for (int i = 0; i < 8; i++) {
      assertThat(limits.take(Operation.UPDATE, "channel", START)).isZero();
    }
    limits.set(Json.object().put("count_updates", true));
    for (int i = 0; i < 7; i++) {
      assertThat(limits.take(Operation.UPDATE, "channel", START)).isZero();
    }

    assertThat(limits.take(Operation.UPDATE, "channel", START)).isEqualTo(1);
  }
}
