package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.threadbridge.bridge.port.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ThreadTurnsTest {
  private final ThreadTurns turns = new ThreadTurns(Duration.ofMillis(20));

  @Test
  void noThreadWaitsForAnother() {
    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThat(turns.inTurn("Aa", () -> elsewhere("BB"))).isEqualTo("done in BB");
  }

  @Test
  void whoseTurnDoesNotComeInTimeHasDoneNothing() {
    assertThatThrownBy(() -> turns.inTurn("one", () -> elsewhere("one")))
        .hasRootCauseInstanceOf(StoreUnavailable.class);
    assertThat(turns.inTurn("one", () -> "done")).isEqualTo("done");
  }

  @Test
  void nothingIsKeptOfAThreadInWhichNothingHappens() {
    assertThat(turns.inTurn("one", turns::busy)).isEqualTo(1);
    assertThatThrownBy(
            () ->
                turns.inTurn(
                    "two",
                    () -> {
                      throw new StoreUnavailable("away");
                    }))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> turns.inTurn("one", () -> elsewhere("one"))).isNotNull();
    assertThat(turns.busy()).isZero();
  }

  /// What another request gets that comes meanwhile.
  private String elsewhere(String thread) {
    return CompletableFuture.supplyAsync(
            () -> turns.inTurn(thread, () -> "done in " + thread),
            command -> Thread.ofVirtual().start(command))
        .join();
  }
}
