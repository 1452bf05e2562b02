package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.ID;
import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.Suspension;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.conversation.VisitorFacts;
import io.threadbridge.bridge.port.PresenceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// All that a [PresenceBook] promises; what it knows of tabs is seen in the facts of a load.
public interface PresenceBookContract extends ConversationKeeper {
  @Test
  default void theInstancesOfLivingTabsAreNamedOnce() {
    begin(ID);
    connect("tab-1", "instance-1", NOON);
    connect("tab-2", "instance-1", NOON);
    connect("tab-3", "instance-2", NOON);
    presence().put(OTHER, TabPresence.connected("tab-4", "instance-3", NOON), NOON);

    assertThat(presence().instances(ID, NOON))
        .containsExactlyInAnyOrder("instance-1", "instance-2");
    assertThat(presence().instances(OTHER, NOON)).containsExactly("instance-3");
  }

  @Test
  default void aTabNotHeardOfIsAliveUntilItsMomentAndNotAMillisecondLonger() {
    begin(ID);
    connect("tab-1", "instance-1", NOON);
    Instant end = NOON.plus(TabPresence.ALIVE);

    assertThat(presence().instances(ID, end.minus(MILLISECOND))).containsExactly("instance-1");
    assertThat(presence().instances(ID, end)).isEmpty();
  }

  @Test
  default void whatIsPutReplacesWhatWasKnownOfTheTab() {
    begin(ID);
    TabPresence tab = TabPresence.connected("tab-1", "instance-1", NOON).drafted(12, NOON);
    presence().put(ID, tab, NOON);
    Instant later = NOON.plusSeconds(7);
    TabPresence lost = tab.onPage(true, later).lost(later);
    presence().put(ID, lost, later);

    assertThat(presence().instances(ID, later)).isEmpty();
    assertThat(facts(later)).isEqualTo(VisitorFacts.of(List.of(lost), later));
    assertThat(facts(later).lostAt()).contains(later);
    assertThat(facts(later).suspensions())
        .extracting(Suspension::reason)
        .contains(Suspension.Reason.DRAFT, Suspension.Reason.PROTECTED_PAGE);
  }

  @Test
  default void aTabIsForgottenAnHourAfterItWasPut() {
    begin(ID);
    presence().put(ID, TabPresence.connected("tab-1", "instance-1", NOON).lost(NOON), NOON);
    Instant end = NOON.plus(Duration.ofHours(1));

    assertThat(facts(end.minus(MILLISECOND)).lostAt()).contains(NOON);
    assertThat(facts(end)).isEqualTo(new VisitorFacts(false, Optional.empty(), List.of()));
  }

  @Test
  default void aNewPutBeginsANewHour() {
    begin(ID);
    Instant later = NOON.plus(Duration.ofMinutes(50));
    connect("tab-1", "instance-1", NOON);
    presence().put(ID, TabPresence.connected("tab-1", "instance-1", later).lost(later), later);

    assertThat(facts(later.plus(Duration.ofHours(1)).minus(MILLISECOND)).lostAt()).contains(later);
  }

  @Test
  default void ofTooManyTabsTheOneUnheardOfLongestIsForgotten() {
    begin(ID);
    for (int number = 1; number <= PresenceBook.TABS_MAX; number++) {
      connect("tab-" + number, "instance-" + number, NOON.plusSeconds(number));
    }
    Instant later = NOON.plusSeconds(20);
    connect("tab-1", "instance-1", later);
    connect("one-more", "one-more", later);

    assertThat(presence().instances(ID, later))
        .hasSize(PresenceBook.TABS_MAX)
        .contains("instance-1", "instance-3", "one-more")
        .doesNotContain("instance-2");
  }

  private void connect(String tab, String instance, Instant now) {
    presence().put(ID, TabPresence.connected(tab, instance, now), now);
  }

  private VisitorFacts facts(Instant now) {
    return loaded(ID, now).facts();
  }
}
