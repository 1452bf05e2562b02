package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.ANNA;
import static io.threadbridge.bridge.site.Shop.BEN;
import static io.threadbridge.bridge.site.Shop.POLICY;
import static io.threadbridge.bridge.site.Shop.at;
import static io.threadbridge.bridge.site.Shop.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.site.SiteEvent.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// PRODUCT 1.5: open = inside hours and somebody is present, unless hours alone decide.
final class OpeningTest {
  private final Shop shop = new Shop(POLICY, "08:00");

  @Test
  void outsideHoursThereIsTheFormAndAtOpeningTimeTheChatAtOnce() {
    assertThat(shop.formAt(justBefore("09:00"))).contains(FormReason.CLOSED);
    assertThat(shop.formAt("09:00")).isEmpty();
    assertThat(shop.formAt(justBefore("17:00"))).isEmpty();
    assertThat(shop.formAt("17:00")).contains(FormReason.CLOSED);
  }

  @Test
  void closingAndOpeningTimeNeedNoPost() {
    shop.by(at("23:00"));

    assertThat(shop.told).isEmpty();
  }

  @Test
  void aFirmThatOpensWithNobodyThereSaysSo() {
    shop.present("08:58");
    shop.present("09:00");

    assertThat(shop.formAt("09:00")).contains(FormReason.NOBODY);
    assertThat(shop.toldTexts()).containsExactly(SiteText.BECAUSE_NOBODY);
  }

  @Test
  void openIsInsideHoursAndSomebodyPresent() {
    assertThat(isOpen("08:59:59.999")).isFalse();
    assertThat(isOpen("09:00")).isTrue();
    shop.present("09:00");
    assertThat(isOpen("09:01")).isFalse();
    shop.switched(BEN, true, "09:02");
    assertThat(isOpen("09:02")).isTrue();
    assertThat(isOpen("17:00")).isFalse();
  }

  @Test
  void aSiteCanSayThatHoursAloneDecide() {
    Shop alone = new Shop(new SitePolicy(POLICY.hours(), POLICY.zone(), true, 3, false), "08:00");
    alone.present("09:00");

    assertThat(alone.formAt("09:01")).isEmpty();
    assertThat(alone.rules.isOpen(alone.by(at("09:01")))).isTrue();
    for (String visitor : new String[] {"1", "2", "3"}) {
      alone.waits(visitor, "09:02");
    }
    assertThat(alone.formAt("09:02")).as("three for one who must be there").isEmpty();
    alone.waits("4", "09:03");
    assertThat(alone.formAt("09:03")).contains(FormReason.OVERLOAD);
  }

  @Test
  void anOverloadedSiteIsOpenAllTheSame() {
    shop.present("10:00", ANNA);
    for (String visitor : new String[] {"1", "2", "3", "4"}) {
      shop.waits(visitor, "10:00");
    }

    assertThat(shop.formAt("10:00")).contains(FormReason.OVERLOAD);
    assertThat(isOpen("10:00")).isTrue();
  }

  @Test
  void whoOpensTheChatByHandOpensTheSite() {
    shop.overruled(ANNA, Wish.CHAT, "08:30");

    assertThat(isOpen("08:30")).isTrue();
  }

  @Test
  void itSaysWhenItOpensAgain() {
    assertThat(shop.rules.opensAgain(shop.by(at("08:30")))).contains(at("09:00"));
    assertThat(shop.rules.opensAgain(shop.by(at("10:00")))).isEmpty();
    assertThat(shop.rules.opensAgain(shop.by(at("17:00"))))
        .contains(at("09:00").plus(Duration.ofDays(1)));
  }

  @Test
  void whatSomebodySaysOfThemselvesHoldsUntilClosingTime() {
    shop.switched(ANNA, true, "08:45");

    assertThat(shop.by(justBefore("17:00")).team().present()).containsExactly(ANNA.id());
    assertThat(shop.by(at("17:00")).team().isKnown()).isFalse();
  }

  @Test
  void itIsWokenAtTheNextMomentAtWhichAnythingWouldChange() {
    assertThat(wakeAt("08:00")).contains(at("09:00"));
    assertThat(wakeAt("09:00")).contains(at("17:00"));
    shop.present("10:00");
    assertThat(shop.rules.wakeAt(shop.state())).as("words for the desk").contains(at("10:00"));
    shop.hearsNoMore();
    assertThat(wakeAt("10:01")).as("presence forgotten").contains(at("10:05"));
    shop.switched(ANNA, true, "10:04");
    shop.present("10:04:30", ANNA);
    assertThat(wakeAt("10:04:30")).as("calm").contains(at("10:09"));
  }

  @Test
  void presenceThatIsAsBeforeIsKeptOnlyNowAndThen() {
    shop.present("10:00", ANNA);

    assertThat(shop.happens(seen("10:01:59.999"))).isInstanceOf(SiteDecision.Ignore.class);
    assertThat(shop.happens(seen("10:02"))).isInstanceOf(SiteDecision.Move.class);
  }

  @Test
  void whoeverComesLateFindsWhatHappenedMeanwhileAtItsOwnMoment() {
    shop.present("10:00", ANNA);
    shop.isMissed("1", "10:00");
    shop.isMissed("2", "10:01");
    shop.hearsNoMore();
    shop.happens(new SiteEvent.Woke(at("16:59")));

    assertThat(shop.state().form()).isEmpty();
    assertThat(shop.toldTexts()).containsExactly(SiteText.BECAUSE_MISSES, SiteText.AGAIN);
  }

  @Test
  void anEventThatIsOlderThanTheStateCountsAsNow() {
    shop.present("10:00", ANNA);
    shop.happens(new SiteEvent.Switched(at("09:30"), BEN, true));

    assertThat(shop.state().at()).isEqualTo(at("10:00"));
  }

  private static SiteEvent seen(String time) {
    return new SiteEvent.PresenceSeen(at(time), Optional.of(Set.of(ANNA.id())));
  }

  private Optional<Instant> wakeAt(String time) {
    shop.by(at(time));
    return shop.rules.wakeAt(shop.by(at(time)));
  }

  private boolean isOpen(String time) {
    return shop.rules.isOpen(shop.by(at(time)));
  }
}
