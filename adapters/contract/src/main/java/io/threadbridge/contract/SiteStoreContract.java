package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.MILLISECOND;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.port.SiteStore;
import io.threadbridge.bridge.port.SiteStore.Due;
import io.threadbridge.bridge.port.SiteStore.Kept;
import io.threadbridge.bridge.port.SiteStore.Loaded;
import io.threadbridge.bridge.port.SiteStore.SiteSave;
import io.threadbridge.bridge.site.SiteState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All that [SiteStore] promises.
public interface SiteStoreContract {
  /// The site of most tests; a name may hold what looks like a cluster's hash tag.
  SiteName SHOP = new SiteName("shop {1}");

  /// Another one.
  SiteName CAFE = new SiteName("cafe");

  /// The store under test; nothing is kept before each test.
  SiteStore sites();

  @Test
  default void nothingIsKnownOfASiteThatWasNeverSaved() {
    Loaded loaded = sites().load(SHOP, List.of("a"));

    assertThat(loaded).isEqualTo(new Loaded(Optional.empty(), Set.of()));
    assertThat(loaded.version()).isZero();
    assertThat(sites().newer(SHOP, 0)).isEmpty();
  }

  @Test
  default void aSavedSiteIsLoadedAsItWas() {
    for (SiteState state : SiteSamples.all(SHOP)) {
      long version = sites().load(SHOP, List.of()).version();
      assertThat(sites().save(new SiteSave(version, List.of(), state, Optional.empty(), NOON)))
          .isTrue();

      assertThat(sites().load(SHOP, List.of()).kept()).contains(new Kept(state, version + 1));
    }
  }

  @Test
  default void oneSiteIsNotAnother() {
    save(0, "a");

    assertThat(sites().load(CAFE, List.of("a"))).isEqualTo(new Loaded(Optional.empty(), Set.of()));
  }

  @Test
  default void onlyWhoLoadedTheLatestVersionSaves() {
    assertThat(save(0)).isTrue();
    assertThat(save(0)).isFalse();
    assertThat(save(2)).isFalse();
    assertThat(save(1)).isTrue();
    assertThat(sites().load(SHOP, List.of()).version()).isEqualTo(2);
  }

  @Test
  default void aRefusedSaveChangesNothing() {
    sites().save(new SiteSave(0, List.of(), state(), Optional.of(NOON.plusSeconds(60)), NOON));
    SiteState other = SiteSamples.all(SHOP).getLast();

    assertThat(
            sites()
                .save(new SiteSave(0, List.of("a"), other, Optional.of(NOON.plusSeconds(5)), NOON)))
        .isFalse();
    assertThat(sites().load(SHOP, List.of("a")))
        .isEqualTo(new Loaded(Optional.of(new Kept(state(), 1)), Set.of()));
    assertThat(sites().claimDue(NOON.plusSeconds(59), 10).next()).contains(NOON.plusSeconds(60));
  }

  @Test
  default void whatWasHandledIsKnownByItsIds() {
    save(0, "a", "b");
    save(1, "c");

    assertThat(sites().load(SHOP, List.of("a", "c", "d", "a")).handled())
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  default void whatWasHandledIsKnownForADay() {
    save(0, "a");
    Instant day = NOON.plus(SiteStore.HANDLED_FOR);
    sites().save(new SiteSave(1, List.of("b"), state(), Optional.empty(), day));

    assertThat(sites().load(SHOP, List.of("a", "b")).handled()).containsExactlyInAnyOrder("a", "b");
    sites().save(new SiteSave(2, List.of(), state(), Optional.empty(), day.plus(MILLISECOND)));
    assertThat(sites().load(SHOP, List.of("a", "b")).handled()).containsExactly("b");
  }

  @Test
  default void newerIsWhateverIsAnotherVersion() {
    save(0);
    save(1);

    assertThat(sites().newer(SHOP, 2)).isEmpty();
    assertThat(sites().newer(SHOP, 1)).contains(new Kept(state(), 2));
    assertThat(sites().newer(SHOP, 7)).contains(new Kept(state(), 2));
  }

  @Test
  default void aSiteIsDueAtItsMomentAndNotAMillisecondBefore() {
    Instant moment = NOON.plusSeconds(60);
    wakeUp(0, moment);

    assertThat(sites().claimDue(moment.minus(MILLISECOND), 10))
        .isEqualTo(new Due(List.of(), Optional.of(moment)));
    assertThat(sites().claimDue(moment, 10).sites()).containsExactly(SHOP);
  }

  @Test
  default void aSaveMovesTheWakeUpOrTakesItAway() {
    wakeUp(0, NOON.plusSeconds(60));
    wakeUp(1, NOON.plusSeconds(30));
    assertThat(sites().claimDue(NOON, 10).next()).contains(NOON.plusSeconds(30));

    save(2);
    assertThat(sites().claimDue(NOON.plusSeconds(600), 10))
        .isEqualTo(new Due(List.of(), Optional.empty()));
  }

  @Test
  default void aClaimedSiteThatNobodySavesComesAgain() {
    wakeUp(0, NOON);
    Instant again = NOON.plus(SiteStore.LEASE);

    assertThat(sites().claimDue(NOON, 10)).isEqualTo(new Due(List.of(SHOP), Optional.of(again)));
    assertThat(sites().claimDue(again.minus(MILLISECOND), 10).sites()).isEmpty();
    assertThat(sites().claimDue(again, 10).sites()).containsExactly(SHOP);
  }

  @Test
  default void ofManyWhoSaveAtOnceOneDoes() {
    List<Boolean> saved = AtOnce.call(8, _ -> save(0));

    assertThat(saved).containsOnlyOnce(true);
  }

  @Test
  default void ofManyWhoClaimAtOnceOneWakesASite() {
    wakeUp(0, NOON);
    List<SiteName> woken =
        AtOnce.call(8, _ -> sites().claimDue(NOON, 10).sites()).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(woken).containsExactly(SHOP);
  }

  @Test
  default void whatWasHandledDoesNotGrowWithoutEnd() {
    int count = SiteStore.HANDLED_MAX / SiteStore.IDS_MAX + 1;
    List<String> first = new ArrayList<>();
    for (int step = 0; step < count; step++) {
      int number = step;
      List<String> ids =
          IntStream.range(0, SiteStore.IDS_MAX).mapToObj(id -> number + "." + id).toList();
      first.add(ids.getFirst());
      Instant now = NOON.plusMillis(step);
      assertThat(sites().save(new SiteSave(step, ids, state(), Optional.empty(), now))).isTrue();
    }

    assertThat(sites().load(SHOP, first).handled())
        .hasSize(count - 1)
        .doesNotContain(first.getFirst());
  }

  private void wakeUp(long version, Instant moment) {
    sites().save(new SiteSave(version, List.of(), state(), Optional.of(moment), NOON));
  }

  private boolean save(long version, String... handled) {
    return sites().save(new SiteSave(version, List.of(handled), state(), Optional.empty(), NOON));
  }

  private static SiteState state() {
    return SiteState.fresh(SHOP, NOON);
  }
}
