package io.threadbridge.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.contract.ManualClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HearingTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final MapNotebook notebook = new MapNotebook();
  private final Hearing hearing = new Hearing(notebook, clock);
  private final Hearing elsewhere = new Hearing(notebook, clock);

  @Test
  void inDoubtNotAllIsHeard() {
    assertThat(hearing.hearsAll("shop")).isFalse();
    assertThat(hearing.hearsOnlyMentions("shop")).isFalse();
  }

  @Test
  void oneMessageWithoutAMentionShowsThatAllIsHeardInThatTeam() {
    hearing.heard("shop", true);
    assertThat(hearing.hearsOnlyMentions("shop")).isTrue();
    hearing.heard("shop", false);
    hearing.heard("shop", true);
    assertThat(hearing.hearsAll("shop")).isTrue();
    assertThat(hearing.hearsAll("office")).isFalse();
  }

  @Test
  void itIsKnownAfterARestartAndForgottenByAnInstallation() {
    hearing.heard("shop", false);
    assertThat(new Hearing(notebook, clock).hearsAll("shop")).isTrue();
    hearing.forget("shop");
    assertThat(new Hearing(notebook, clock).hearsAll("shop")).isFalse();
  }

  @Test
  void whatAnotherInstanceHeardOrForgotIsKnownWithinAMinute() {
    assertThat(elsewhere.hearsAll("shop")).isFalse();
    hearing.heard("shop", false);
    clock.advance(Hearing.KEEP);
    assertThat(elsewhere.hearsAll("shop")).isTrue();
    hearing.forget("shop");
    assertThat(elsewhere.hearsAll("shop")).isTrue();
    clock.advance(Hearing.KEEP);
    assertThat(elsewhere.hearsAll("shop")).isFalse();
  }

  @Test
  void whileTheNotesAreAwayWhatWasKnownCounts() {
    hearing.heard("shop", false);
    notebook.isAway(true);
    clock.advance(Hearing.KEEP);
    assertThat(hearing.hearsAll("shop")).isTrue();
    assertThat(elsewhere.hearsAll("shop")).isFalse();
  }
}
