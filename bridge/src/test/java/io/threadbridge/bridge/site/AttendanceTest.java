package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.ANNA;
import static io.threadbridge.bridge.site.Shop.BEN;
import static io.threadbridge.bridge.site.Shop.HELSINKI;
import static io.threadbridge.bridge.site.Shop.MILLISECOND;
import static io.threadbridge.bridge.site.Shop.POLICY;
import static io.threadbridge.bridge.site.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.hours.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How many people were there in each hour, told to the figures when it is over.
final class AttendanceTest {
  private final Shop shop = new Shop(POLICY, "08:00");

  @Test
  void anHourInWhichOnePersonWasThereIsAnHourOfOnePerson() {
    shop.present("10:00", ANNA);
    shop.by(at("11:00").minus(MILLISECOND));
    assertThat(shop.counted(10)).isEqualTo(Attended.NONE);

    shop.by(at("11:00"));
    assertThat(shop.counted(10)).isEqualTo(minutes(60, 60));
  }

  @Test
  void whoComesAndGoesIsThereForTheTimeBetween() {
    shop.present("10:00");
    shop.present("10:20", ANNA);
    shop.present("10:30", ANNA, BEN);
    shop.present("10:45:00.001", BEN);
    shop.by(at("12:00"));

    assertThat(shop.counted(10)).isEqualTo(new Attended(3_600_000, 55 * 60_000 + 1));
    assertThat(shop.counted(11)).isEqualTo(minutes(60, 60));
  }

  @Test
  void thatNobodyIsThereIsKnownToo() {
    shop.present("10:00");
    shop.by(at("11:00"));

    assertThat(shop.counted(10)).isEqualTo(minutes(60, 0));
  }

  @Test
  void whatNobodyTellsIsUnknownAndNotNobody() {
    shop.present("10:00", ANNA);
    shop.by(at("10:20"));
    shop.hearsNoMore();
    shop.by(at("12:00"));

    assertThat(shop.counted(10)).as("believed for five minutes").isEqualTo(minutes(25, 25));
    assertThat(shop.counted(11)).isEqualTo(Attended.NONE);
  }

  @Test
  void onlyOpeningHoursCount() {
    shop.present("08:30", ANNA);
    shop.by(at("19:00"));

    assertThat(shop.counted(8)).isEqualTo(Attended.NONE);
    assertThat(shop.counted(9)).isEqualTo(minutes(60, 60));
    assertThat(shop.counted(16)).isEqualTo(minutes(60, 60));
    assertThat(shop.counted(17)).isEqualTo(Attended.NONE);
  }

  @Test
  void whereHoursAloneDecideNobodyAsksWhoIsThere() {
    SitePolicy policy = new SitePolicy(POLICY.hours(), POLICY.zone(), true, 3, false);
    Shop alone = new Shop(policy, "08:00");
    alone.present("10:00", ANNA);
    alone.by(at("12:00"));

    assertThat(alone.counted(10)).isEqualTo(Attended.NONE);
    assertThat(alone.state().attendance()).isEqualTo(Attendance.NONE);
  }

  @Test
  void somebodysOwnWordCountsLikeTheWorkspaces() {
    shop.switched(ANNA, true, "10:15");
    shop.switched(BEN, false, "10:30");
    shop.by(at("17:00"));

    assertThat(shop.counted(10)).isEqualTo(minutes(45, 45));
    assertThat(shop.counted(16)).isEqualTo(minutes(60, 60));
  }

  @Test
  void whileTheProgramIsAwayNobodyKnows() {
    shop.switched(ANNA, true, "10:15");
    Instant back = at("14:30");
    shop.happens(new SiteEvent.Woke(back));
    shop.by(at("15:00"));

    assertThat(shop.counted(10)).isEqualTo(minutes(45, 45));
    assertThat(shop.counted(11)).as("an hour and five minutes").isEqualTo(minutes(20, 20));
    assertThat(shop.counted(12)).isEqualTo(Attended.NONE);
    assertThat(shop.counted(14)).isEqualTo(minutes(30, 30));
  }

  @Test
  void itDoesNotMatterHowOftenTheSiteIsAskedMeanwhile() {
    shop.switched(ANNA, true, "10:00");
    for (Instant moment = at("10:00");
        moment.isBefore(at("11:00"));
        moment = moment.plusNanos(999_999_937)) {
      shop.happens(new SiteEvent.Woke(moment));
    }
    shop.by(at("11:00"));

    assertThat(shop.counted(10)).isEqualTo(minutes(60, 60));
  }

  @Test
  void theSiteIsWokenWhenAnHourEndsAndEachMinuteUntilItIsCounted() {
    shop.switched(ANNA, true, "10:15");
    assertThat(wakeAt()).contains(at("11:00"));

    shop.happens(new SiteEvent.Woke(at("11:00")));
    assertThat(wakeAt()).as("if whoever counts it dies").contains(at("11:01"));
    shop.waits("somebody", "11:00:30");
    assertThat(wakeAt()).as("whatever happens meanwhile").contains(at("11:01"));

    SortedMap<LocalHour, Attended> over =
        shop.state().attendance().over(shop.state().at(), HELSINKI);
    shop.happens(new SiteEvent.CountedPresence(at("11:00:40"), over));
    assertThat(wakeAt()).contains(at("12:00"));
  }

  @Test
  void anHourThatWasCountedOtherwiseIsCountedAgain() {
    shop.switched(ANNA, true, "10:15");
    shop.happens(new SiteEvent.Woke(at("11:00")));
    LocalHour ten = new LocalHour(LocalDate.of(2035, 6, 5), 10);
    shop.happens(new SiteEvent.CountedPresence(at("11:00"), Map.of(ten, minutes(44, 44))));

    assertThat(shop.state().attendance().hours()).containsEntry(ten, minutes(45, 45));
  }

  @Test
  void figuresThatAreAwayForDaysMissTheOldestHours() {
    SiteRules rules = new SiteRules(new SitePolicy(Hours.ALWAYS, HELSINKI, false, 3, false));
    SiteState state = SiteState.fresh(new SiteName("shop"), at("00:00"));
    for (int minute = 0; minute < 100 * 60; minute++) {
      state = told(rules, state, at("00:00").plus(Duration.ofMinutes(minute)), ANNA.id());
    }

    SortedMap<LocalHour, Attended> kept = state.attendance().hours();
    assertThat(kept).hasSize(Attendance.HOURS_MAX);
    assertThat(kept.lastKey()).isEqualTo(new LocalHour(LocalDate.of(2035, 6, 9), 3));
  }

  @Test
  void aNightOfTwentyFiveHoursHasOneHourOfTwo() {
    assertThat(night("2035-10-28T00:00", 6))
        .isEqualTo(Map.of(0, 60L, 1, 60L, 2, 60L, 3, 120L, 4, 60L));
  }

  @Test
  void aNightOfTwentyThreeHoursLacksOne() {
    assertThat(night("2035-03-25T00:00", 5))
        .isEqualTo(Map.of(0, 60L, 1, 60L, 2, 60L, 4, 60L, 5, 60L));
  }

  /// Known minutes of the hours that are over so many hours later.
  private static Map<Integer, Long> night(String midnight, int hours) {
    Instant begin = LocalDateTime.parse(midnight).atZone(HELSINKI).toInstant();
    SiteRules rules = new SiteRules(new SitePolicy(Hours.ALWAYS, HELSINKI, false, 3, false));
    SiteState state = SiteState.fresh(new SiteName("shop"), begin);
    for (int minute = 0; minute <= hours * 60; minute++) {
      state = told(rules, state, begin.plus(Duration.ofMinutes(minute)), ANNA.id());
    }
    Map<Integer, Long> known = new TreeMap<>();
    state
        .attendance()
        .over(state.at(), HELSINKI)
        .forEach((hour, attended) -> known.put(hour.hour(), attended.knownMillis() / 60_000));
    return known;
  }

  private static SiteState told(SiteRules rules, SiteState state, Instant moment, String present) {
    SiteEvent seen = new SiteEvent.PresenceSeen(moment, Optional.of(Set.of(present)));
    return rules.decide(state, seen) instanceof SiteDecision.Move move ? move.next() : state;
  }

  private Optional<Instant> wakeAt() {
    return shop.rules.wakeAt(shop.state());
  }

  private static Attended minutes(long known, long spent) {
    return new Attended(known * 60_000, spent * 60_000);
  }
}
