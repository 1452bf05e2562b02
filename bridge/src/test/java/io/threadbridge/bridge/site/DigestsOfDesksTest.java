package io.threadbridge.bridge.site;

import static io.threadbridge.bridge.site.Shop.HELSINKI;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.site.SiteEffect.TellDigest;
import io.threadbridge.bridge.site.Words.Owed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each desk of a site is owed each digest, its own desk first.
final class DigestsOfDesksTest {
  private static final LocalDate TUESDAY = LocalDate.of(2035, 6, 5);
  private static final int DESKS_MAX = SitePolicy.OTHER_DESKS_MAX + 1;

  private SitePolicy policy = withDesks(2);
  private SiteState state = SiteState.fresh(new SiteName("shop"), at("2035-06-05T10:00"));

  @Test
  void eachDeskIsOwedEachPeriodOnce() {
    wokenAt(at("2035-06-06T08:00"));
    wokenAt(at("2035-06-06T08:01"));

    DigestPeriod day = DigestPeriod.day(TUESDAY);
    assertThat(state.words().owed())
        .map(Owed::tell)
        .containsExactly(
            new TellDigest(day, Optional.empty()),
            new TellDigest(day, Optional.of(new DeskRef("slack:C0"))),
            new TellDigest(day, Optional.of(new DeskRef("slack:C1"))));
    assertThat(state.words().owed()).map(Owed::number).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aDeskThatIsNewReadsWhatComesFromThenOn() {
    wokenAt(at("2035-06-06T08:00"));
    policy = withDesks(3);
    wokenAt(at("2035-06-06T09:00"));
    assertThat(state.words().owed()).hasSize(3);

    wokenAt(at("2035-06-07T08:00"));
    assertThat(state.words().owed()).hasSize(3 + 4);
  }

  @Test
  void howeverManyDesksAreAwayEachIsOwedWhatIsWorthReading() {
    policy = withDesks(SitePolicy.OTHER_DESKS_MAX + 5);
    Instant start = at("2035-06-09T07:59");
    Duration step = Duration.ofMinutes(1);
    Stream.iterate(start, start.plus(Digests.LATE_MAX)::isAfter, moment -> moment.plus(step))
        .forEach(this::wokenAt);

    assertThat(state.words().owed())
        .as("of each desk six days and a week")
        .hasSize(DESKS_MAX * 7)
        .hasSizeLessThan(Words.DIGESTS_MAX);
  }

  @Test
  void noNewsIsLetGoForADigest() {
    Instant before = at("2035-06-06T07:59");
    wokenAt(before);
    policy = withDesks(SitePolicy.OTHER_DESKS_MAX);
    happens(new SiteEvent.Overruled(before, Shop.ANNA, SiteEvent.Wish.CHAT));
    wokenAt(at("2035-06-06T08:00"));

    assertThat(state.words().owed()).hasSize(DESKS_MAX + 1);
  }

  private static SitePolicy withDesks(int others) {
    List<DeskRef> desks =
        IntStream.range(0, others).mapToObj(desk -> new DeskRef("slack:C" + desk)).toList();
    return Shop.POLICY.with(DigestTimes.USUAL, desks);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(HELSINKI).toInstant();
  }

  private void wokenAt(Instant moment) {
    happens(new SiteEvent.Woke(moment));
  }

  private void happens(SiteEvent event) {
    if (new SiteRules(policy).decide(state, event) instanceof SiteDecision.Move(var next, _)) {
      state = next;
    }
  }
}
