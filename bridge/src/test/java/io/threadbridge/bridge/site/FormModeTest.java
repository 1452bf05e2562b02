package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.ANNA;
import static io.threadbridge.bridge.site.Shop.BEN;
import static io.threadbridge.bridge.site.Shop.POLICY;
import static io.threadbridge.bridge.site.Shop.at;
import static io.threadbridge.bridge.site.Shop.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.hours.Hours;
import io.threadbridge.bridge.site.SiteEffect.ChangeAvailability;
import io.threadbridge.bridge.site.SiteEffect.TellDesk;
import io.threadbridge.bridge.site.SiteEvent.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// PRODUCT 1.2, *Form mode*.
final class FormModeTest {
  private final Shop shop = new Shop(POLICY, "09:30");

  @Test
  void twoMissesInFifteenMinutesBeginIt() {
    shop.isMissed("first", "10:00");
    assertThat(shop.formAt("10:14:59.998")).isEmpty();

    shop.isMissed("second", "10:14:59.999");
    assertThat(shop.formAt("10:14:59.999")).contains(FormReason.MISSES);
  }

  @Test
  void twoMissesFifteenMinutesApartDoNot() {
    shop.isMissed("first", "10:00");
    shop.isMissed("second", "10:15");

    assertThat(shop.formAt("10:15")).isEmpty();
  }

  @Test
  void oneVisitorMissedTwiceIsOneMiss() {
    shop.isMissed("first", "10:00");
    shop.isMissed("first", "10:05");

    assertThat(shop.formAt("10:05")).isEmpty();
  }

  @Test
  void aMissOfWhichTheSiteHearsLateCountsAtItsOwnTime() {
    shop.isMissed("first", "10:00");
    shop.happens(
        new SiteEvent.Told(
            at("10:14"), at("09:58"), new ConversationId("second"), new SiteNews.Missed()));

    assertThat(shop.formAt("10:14")).isEmpty();
  }

  @Test
  void itEndsWhenTheCauseHasBeenGoneForFiveMinutes() {
    shop.isMissed("first", "10:00");
    shop.isMissed("second", "10:10");

    assertThat(shop.formAt(justBefore("10:20"))).contains(FormReason.MISSES);
    assertThat(shop.formAt("10:20")).isEmpty();
    assertThat(shop.toldTexts()).containsExactly(SiteText.BECAUSE_MISSES, SiteText.AGAIN);
  }

  @Test
  void moreWaitingVisitorsThanThePresentStaffAreGoodForBeginIt() {
    shop.present("10:00", ANNA);
    for (String visitor : List.of("1", "2", "3")) {
      shop.waits(visitor, "10:01");
    }
    assertThat(shop.formAt("10:01")).isEmpty();

    shop.waits("4", "10:01:30");
    assertThat(shop.formAt("10:01:30")).contains(FormReason.OVERLOAD);
    assertThat(shop.told.getFirst().arguments())
        .isEqualTo(Map.<String, Object>of("waiting", 4, "present", 1));
  }

  @Test
  void anotherPersonIsGoodForThreeMore() {
    shop.present("10:00", ANNA, BEN);
    for (String visitor : List.of("1", "2", "3", "4", "5", "6")) {
      shop.waits(visitor, "10:01");
    }

    assertThat(shop.formAt("10:01")).isEmpty();
    shop.switched(BEN, false, "10:02");
    assertThat(shop.formAt("10:02")).contains(FormReason.OVERLOAD);
  }

  @Test
  void anOverloadEndsFiveMinutesAfterTheQueueHasBecomeShortEnough() {
    overload();
    shop.waitsNoMore("4", "10:02");

    assertThat(shop.formAt(justBefore("10:07"))).contains(FormReason.OVERLOAD);
    assertThat(shop.formAt("10:07")).isEmpty();
  }

  @Test
  void aCauseThatComesBackBeginsTheFiveMinutesAnew() {
    overload();
    shop.waitsNoMore("4", "10:02");
    shop.waits("5", "10:06");
    shop.waitsNoMore("5", "10:06:30");

    assertThat(shop.formAt(justBefore("10:11:30"))).contains(FormReason.OVERLOAD);
    assertThat(shop.formAt("10:11:30")).isEmpty();
    assertThat(shop.toldTexts()).containsExactly(SiteText.BECAUSE_OVERLOAD, SiteText.AGAIN);
  }

  @Test
  void aWaitOfWhichNobodyTellsTheEndEndsAfterTwoHours() {
    overload();

    assertThat(shop.formAt(justBefore("12:06"))).contains(FormReason.OVERLOAD);
    assertThat(shop.formAt("12:06")).isEmpty();
  }

  @Test
  void nobodyPresentBeginsIt() {
    shop.present("10:00", ANNA);
    assertThat(shop.formAt("10:01")).isEmpty();

    shop.present("10:02");
    assertThat(shop.formAt("10:02")).contains(FormReason.NOBODY);
    assertThat(shop.toldTexts()).containsExactly(SiteText.BECAUSE_NOBODY);
  }

  @Test
  void somebodyPresentForFiveMinutesEndsIt() {
    shop.present("10:00");
    shop.present("10:10", ANNA);

    assertThat(shop.formAt(justBefore("10:15"))).contains(FormReason.NOBODY);
    assertThat(shop.formAt("10:15")).isEmpty();
  }

  @Test
  void whereNobodyCanTellWhoIsPresentSomebodyIs() {
    for (int visitor = 0; visitor < 20; visitor++) {
      shop.waits("visitor-" + visitor, "10:00");
    }

    assertThat(shop.formAt("10:00")).isEmpty();
  }

  @Test
  void presenceOfWhichNothingIsHeardForFiveMinutesIsUnknown() {
    shop.present("10:00");
    shop.hearsNoMore();

    assertThat(shop.by(justBefore("10:05")).team().isKnown()).isTrue();
    assertThat(shop.by(at("10:05")).team().isKnown()).isFalse();
    assertThat(shop.formAt(justBefore("10:10"))).contains(FormReason.NOBODY);
    assertThat(shop.formAt("10:10")).isEmpty();
  }

  @Test
  void whoSwitchesOffIsNotPresentWhateverTheWorkspaceSays() {
    shop.present("10:00", ANNA);
    shop.switched(ANNA, false, "10:01");
    assertThat(shop.formAt("10:01")).contains(FormReason.NOBODY);

    shop.switched(ANNA, true, "10:02");
    assertThat(shop.formAt("10:07")).isEmpty();
  }

  @Test
  void whoSwitchesOnIsPresentWhereTheWorkspaceTellsNothing() {
    shop.switched(ANNA, false, "10:00");
    assertThat(shop.formAt("10:00")).contains(FormReason.NOBODY);

    shop.switched(BEN, true, "10:01");
    assertThat(shop.formAt(justBefore("10:06"))).contains(FormReason.NOBODY);
    assertThat(shop.formAt("10:06")).isEmpty();
  }

  @Test
  void theDeskIsToldWhyOnceAndOfTheNextReasonToo() {
    overload();
    shop.isMissed("1", "10:02");
    shop.isMissed("2", "10:03");
    shop.present("10:04");
    assertThat(shop.formAt("10:04")).contains(FormReason.OVERLOAD);
    for (String visitor : List.of("1", "2", "3", "4")) {
      shop.waitsNoMore(visitor, "10:05");
    }

    assertThat(shop.formAt("10:05")).contains(FormReason.NOBODY);
    assertThat(shop.toldTexts())
        .containsExactly(SiteText.BECAUSE_OVERLOAD, SiteText.BECAUSE_NOBODY);
    assertThat(shop.told).allSatisfy(tell -> assertThat(tell.texts()).endsWith(SiteText.THEN_FORM));
  }

  @Test
  void aSiteWithAnOverflowDeskSaysThatVisitorsGoThere() {
    Shop other = new Shop(new SitePolicy(POLICY.hours(), POLICY.zone(), false, 3, true), "10:00");
    other.present("10:00");

    assertThat(other.told.getFirst().texts())
        .containsExactly(SiteText.BECAUSE_NOBODY, SiteText.THEN_OVERFLOW);
  }

  @Test
  void theWidgetsAreToldOfEachChangeAndOfNothingElse() {
    shop.present("10:00", ANNA);
    assertThat(changes(new SiteEvent.PresenceSeen(at("10:01"), Optional.of(Set.of())))).isTrue();
    assertThat(changes(new SiteEvent.Switched(at("10:02"), ANNA, true))).isFalse();
    assertThat(changes(new SiteEvent.Woke(at("10:07")))).isTrue();
    assertThat(changes(new SiteEvent.Woke(at("10:08")))).isFalse();
  }

  private boolean changes(SiteEvent event) {
    return shop.happens(event) instanceof SiteDecision.Move(_, var effects)
        && effects.contains(new ChangeAvailability());
  }

  @Test
  void staffCanOverruleIt() {
    overload();
    shop.overruled(BEN, Wish.CHAT, "10:02");
    assertThat(shop.formAt("10:02")).isEmpty();
    assertThat(shop.told.getLast())
        .isEqualTo(
            new TellDesk(List.of(SiteText.OPENED), Map.of("name", "Ben", "time", at("17:00"))));

    shop.overruled(BEN, Wish.AUTO, "10:03");
    assertThat(shop.formAt("10:03")).contains(FormReason.OVERLOAD);
    shop.overruled(ANNA, Wish.FORM, "10:04");
    assertThat(shop.formAt("10:04")).contains(FormReason.ASKED);
    assertThat(shop.told.getLast().texts())
        .containsExactly(SiteText.BECAUSE_ASKED, SiteText.THEN_FORM);
  }

  @Test
  void whatSomebodyDecidedByHandHoldsUntilClosingTime() {
    shop.overruled(ANNA, Wish.FORM, "10:00");
    assertThat(shop.formAt(justBefore("17:00"))).contains(FormReason.ASKED);
    assertThat(shop.formAt("17:00")).contains(FormReason.CLOSED);

    Shop opened = new Shop(POLICY, "06:00");
    opened.overruled(ANNA, Wish.CHAT, "06:00");
    assertThat(opened.formAt(justBefore("17:00"))).isEmpty();
    assertThat(opened.formAt("17:00")).contains(FormReason.CLOSED);
  }

  @Test
  void whatSomebodyDecidedByHandHoldsForTwelveHoursWhereThereIsNoClosingTime() {
    Shop always = new Shop(new SitePolicy(Hours.ALWAYS, Shop.HELSINKI, false, 3, false), "06:00");
    always.overruled(ANNA, Wish.FORM, "06:00");

    assertThat(always.formAt(justBefore("18:00"))).contains(FormReason.ASKED);
    assertThat(always.formAt("18:00")).isEmpty();
  }

  private void overload() {
    shop.present("10:00", ANNA);
    for (String visitor : List.of("1", "2", "3", "4")) {
      shop.waits(visitor, "10:01");
    }
    assertThat(shop.formAt("10:01")).contains(FormReason.OVERLOAD);
  }
}
