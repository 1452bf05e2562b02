package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.HELSINKI;
import static io.threadbridge.bridge.site.Shop.MILLISECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.site.DigestTimes.Weekly;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.SiteEvent.Outcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When a shop in Helsinki is told how it went.
final class DigestTimesTest {
  private static final SitePolicy USUAL = Shop.POLICY.with(DigestTimes.USUAL, List.of());

  private static final SiteName SHOP = new SiteName("shop");

  private SitePolicy policy = USUAL;
  private SiteState state = SiteState.fresh(SHOP, at("2035-06-05T10:00"));
  private final List<String> told = new ArrayList<>();

  @Test
  void aDayIsToldTheNextMorningAndNotAMillisecondBefore() {
    wokenAt(at("2035-06-06T08:00").minus(MILLISECOND));
    assertThat(told).isEmpty();

    wokenAt(at("2035-06-06T08:00"));
    assertThat(told).containsExactly("2035-06-05");
  }

  @Test
  void theSiteWantsToBeWokenAtTheMomentOfItsDigest() {
    wokenAt(at("2035-06-05T18:00"));

    assertThat(new SiteRules(policy).wakeAt(state)).contains(at("2035-06-06T08:00"));
  }

  @Test
  void aWeekIsToldOnMondayAfterTheSunday() {
    wokenWheneverItWantsUntil(at("2035-06-11T08:05"));

    assertThat(told)
        .containsExactly(
            "2035-06-05",
            "2035-06-06",
            "2035-06-07",
            "2035-06-08",
            "2035-06-09",
            "2035-06-10",
            "2035-06-04 2035-06-10");
  }

  @Test
  void whatWasBeforeTheFirstStartIsNotTold() {
    state = SiteState.fresh(SHOP, at("2035-06-05T07:59:59.999"));
    wokenAt(at("2035-06-05T07:59:59.999"));
    wokenAt(at("2035-06-05T08:00"));
    assertThat(told).as("it has been there on the day before").containsExactly("2035-06-04");

    state = SiteState.fresh(SHOP, at("2035-06-05T08:00"));
    told.clear();
    wokenAt(at("2035-06-05T08:00"));
    wokenAt(at("2035-06-05T23:00"));
    assertThat(told).isEmpty();
  }

  @Test
  void aDayIsToldLateRatherThanNeverAndOnlyOnce() {
    wokenAt(at("2035-06-06T13:37"));
    wokenAt(at("2035-06-06T13:38"));

    assertThat(told).containsExactly("2035-06-05");
  }

  @Test
  void afterThreeDaysNobodyAsksAnyMore() {
    wokenAt(at("2035-06-09T08:00").minus(MILLISECOND));
    assertThat(told).containsExactly("2035-06-05", "2035-06-06", "2035-06-07");

    state = SiteState.fresh(SHOP, at("2035-06-05T10:00"));
    told.clear();
    wokenAt(at("2035-06-09T08:00"));
    assertThat(told).containsExactly("2035-06-06", "2035-06-07", "2035-06-08");
  }

  @Test
  void aYearAwayIsNotToldDayByDay() {
    wokenAt(at("2036-06-05T10:00"));

    assertThat(told).containsExactly("2036-06-02", "2036-06-03", "2036-06-04");
  }

  @Test
  void anyEventTellsIt() {
    Instant morning = at("2035-06-06T08:00");
    happens(
        new SiteEvent.Told(morning, morning, new ConversationId("c-1"), new SiteNews.WaitBegan()));

    assertThat(told).containsExactly("2035-06-05");
  }

  @Test
  void onTheShortAndOnTheLongDayItIsEightOClockToo() {
    state = SiteState.fresh(SHOP, at("2035-03-24T10:00"));
    wokenAt(at("2035-03-24T10:00"));
    assertThat(nextMoments(2)).containsExactly(at("2035-03-25T08:00"), at("2035-03-26T08:00"));

    state = SiteState.fresh(SHOP, at("2035-10-27T10:00"));
    assertThat(nextMoments(2)).containsExactly(at("2035-10-28T08:00"), at("2035-10-29T08:00"));
    assertThat(Duration.between(at("2035-03-24T08:00"), at("2035-03-25T08:00"))).hasHours(23);
    assertThat(Duration.between(at("2035-10-27T08:00"), at("2035-10-28T08:00"))).hasHours(25);
  }

  @Test
  void aTimeThatTheClockLeavesOutIsTheMomentOfTheChange() {
    policy = daily(LocalTime.of(3, 30));
    state = SiteState.fresh(SHOP, at("2035-03-24T10:00"));
    Instant change = Instant.parse("2035-03-25T01:00:00Z");
    wokenAt(change.minus(MILLISECOND));
    assertThat(told).isEmpty();

    wokenAt(change);
    assertThat(told).containsExactly("2035-03-24");
  }

  @Test
  void aTimeThatTheClockShowsTwiceIsTheFirst() {
    policy = daily(LocalTime.of(3, 30));
    state = SiteState.fresh(SHOP, at("2035-10-27T10:00"));
    Instant first = Instant.parse("2035-10-28T00:30:00Z");
    wokenAt(first.minus(MILLISECOND));
    assertThat(told).isEmpty();
    wokenAt(first);
    wokenAt(first.plus(1, ChronoUnit.HOURS));

    assertThat(told).containsExactly("2035-10-27");
  }

  @Test
  void whoeverSetsItToAnotherTimeReadsNoDayTwiceAndMissesNone() {
    wokenAt(at("2035-06-06T08:00"));
    policy = daily(LocalTime.of(18, 0));
    wokenAt(at("2035-06-06T18:00"));
    assertThat(told).containsExactly("2035-06-05");

    policy = daily(LocalTime.of(9, 0));
    wokenAt(at("2035-06-07T10:00"));
    assertThat(told).containsExactly("2035-06-05", "2035-06-06");
  }

  @Test
  void whoeverSetsItToAnEarlierTimeReadsAtOnceWhatWouldHaveBeenToldByThen() {
    policy = daily(LocalTime.of(18, 0));
    wokenAt(at("2035-06-06T12:00"));
    assertThat(told).containsExactly("2035-06-04");

    policy = daily(LocalTime.of(8, 0));
    wokenAt(at("2035-06-06T12:00"));
    assertThat(told).containsExactly("2035-06-04", "2035-06-05");
  }

  @Test
  void whoeverSwitchesItOnAgainReadsWhatComesFromThenOn() {
    policy = Shop.POLICY;
    wokenAt(at("2035-06-08T10:00"));
    policy = USUAL;
    wokenAt(at("2035-06-08T12:00"));
    assertThat(told).isEmpty();

    wokenAt(at("2035-06-09T08:00"));
    assertThat(told).containsExactly("2035-06-08");
  }

  @Test
  void aWeekCanBeToldOnFriday() {
    policy =
        Shop.POLICY.with(
            new DigestTimes(
                Optional.empty(), Optional.of(new Weekly(DayOfWeek.FRIDAY, LocalTime.of(16, 0)))),
            List.of());
    wokenWheneverItWantsUntil(at("2035-06-15T16:00"));

    assertThat(told).containsExactly("2035-05-28 2035-06-03", "2035-06-04 2035-06-10");
  }

  @Test
  void aDeskThatIsAwayIsOwedADigestForThreeDaysWhateverElseIsNews() {
    wokenAt(at("2035-06-06T08:00"));
    for (int change = 0; change < 30; change++) {
      SiteEvent.Wish wish = change % 2 == 0 ? SiteEvent.Wish.FORM : SiteEvent.Wish.CHAT;
      happens(new SiteEvent.Overruled(at("2035-06-06T08:00"), Shop.ANNA, wish));
    }
    assertThat(state.words().owed()).hasSize(Words.NEWS_MAX + 1);
    assertThat(state.words().owed().getFirst().tell()).isInstanceOf(TellDigest.class);

    SiteRules rules = new SiteRules(policy);
    Instant end = at("2035-06-09T08:00");
    assertThat(rules.at(state, end.minus(MILLISECOND)).words().owed()).isNotEmpty();
    assertThat(rules.at(state, end).words().owed()).isEmpty();
  }

  @Test
  void whoIsOwedAnAnswerIsKnownUntilItIsDone() {
    ConversationId one = new ConversationId("c-1");
    ConversationId other = new ConversationId("c-2");
    Instant later = at("2035-06-05T11:00");
    happens(new SiteEvent.Told(later, later, other, new SiteNews.LeadOpened()));
    Instant earlier = at("2035-06-05T10:30");
    happens(new SiteEvent.Told(later, earlier, one, new SiteNews.LeadOpened()));
    assertThat(state.leads().inOrder()).containsExactly(one, other);

    happens(new SiteEvent.Told(later, later, one, new SiteNews.LeadEnded()));
    assertThat(state.leads().inOrder()).containsExactly(other);
  }

  @Test
  void notMoreLeadsAreKeptThanAValueMayHold() {
    for (int lead = 0; lead <= Leads.OPEN_MAX; lead++) {
      Instant moment = at("2035-06-05T11:00").plusSeconds(lead);
      ConversationId id = new ConversationId("c-" + lead);
      happens(new SiteEvent.Told(moment, moment, id, new SiteNews.LeadOpened()));
    }

    assertThat(state.leads().inOrder())
        .hasSize(Leads.OPEN_MAX)
        .startsWith(new ConversationId("c-1"));
  }

  private static SitePolicy daily(LocalTime time) {
    return Shop.POLICY.with(new DigestTimes(Optional.of(time), Optional.empty()), List.of());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(HELSINKI).toInstant();
  }

  private List<Instant> nextMoments(int count) {
    List<Instant> moments = new ArrayList<>();
    while (moments.size() < count) {
      int before = told.size();
      Instant next = new SiteRules(policy).wakeAt(state).orElseThrow();
      wokenAt(next);
      state.words().owed().stream()
          .map(owed -> new SiteEvent.ToldDesk(next, owed.number(), new Outcome.Settled()))
          .forEach(this::happens);
      if (told.size() > before && !told.getLast().contains(" ")) {
        moments.add(next);
      }
    }
    return moments;
  }

  private void wokenWheneverItWantsUntil(Instant end) {
    for (Optional<Instant> next = new SiteRules(policy).wakeAt(state);
        next.filter(moment -> !moment.isAfter(end)).isPresent();
        next = new SiteRules(policy).wakeAt(state)) {
      Instant moment = next.orElseThrow();
      wokenAt(moment);
      state.words().owed().stream()
          .map(owed -> new SiteEvent.ToldDesk(moment, owed.number(), new Outcome.Settled()))
          .forEach(this::happens);
    }
  }

  private void wokenAt(Instant moment) {
    happens(new SiteEvent.Woke(moment));
  }

  private void happens(SiteEvent event) {
    if (new SiteRules(policy).decide(state, event)
        instanceof SiteDecision.Move(var next, var does)) {
      state = next;
      does.stream()
          .filter(TellDigest.class::isInstance)
          .map(effect -> ((TellDigest) effect).period())
          .map(DigestTimesTest::written)
          .forEach(told::add);
    }
  }

  private static String written(DigestPeriod period) {
    LocalDate from = period.from();
    return period.isDay() ? from.toString() : from + " " + period.to();
  }
}
