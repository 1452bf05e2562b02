package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.StoreUnavailable;
import io.threadbridge.bridge.site.Digests;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A desk that is told in the morning how it went, whoever dies and whatever is away meanwhile.
final class DigestLoopTest {
  private static final Instant MORNING = Instant.parse("2035-06-05T08:00:00Z");
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final ConversationId SOMEBODY = new ConversationId("c-somebody");

  private final Firm firm = new Firm();

  @BeforeEach
  void start() {
    firm.twoWorkersAtOnce();
  }

  @Test
  void theDayIsToldInTheMorningOnceAndNotBefore() {
    somebodyWrote();
    goOnTo(MORNING.minusSeconds(2));
    firm.workFor(Duration.ofSeconds(2));
    assertThat(firm.announced()).isEmpty();

    firm.workFor(A_WHILE);
    assertThat(firm.announced()).hasSize(1);
    assertThat(firm.announced().getFirst())
        .startsWith("digest.title.day{day=2035-06-04T12:00:00Z, site=Shop}\n")
        .contains("digest.wrote-all{count=1} digest.first.one{longest=digest.seconds{count=38}}");
  }

  @Test
  void ofADayOnWhichNothingHappenedNothingIsTold() {
    goOnTo(MORNING);
    firm.workFor(A_WHILE);

    assertThat(firm.announced()).isEmpty();
    assertThat(firm.book.state(firm.site()).words().owed()).isEmpty();
  }

  @Test
  void ofAWeekInWhichNothingHappenedOneLineIsTold() {
    goOnTo(Instant.parse("2035-06-11T08:05:00Z"));
    firm.workFor(A_WHILE);

    assertThat(firm.announced()).hasSize(1);
    assertThat(firm.announced().getFirst().lines())
        .satisfiesExactly(
            title -> assertThat(title).startsWith("digest.title.days{"),
            line -> assertThat(line).isEqualTo("digest.nobody"));
  }

  @Test
  void ofAWeekThereArePicturesToo() {
    somebodyWrote();
    goOnTo(Instant.parse("2035-06-11T08:05:00Z"));
    firm.workFor(A_WHILE);

    assertThat(firm.announced())
        .hasSize(3)
        .contains(
            "digest.heat.alt{count=1, hour=digest.hour.week{day=2024-01-01T12:00:00Z, from=12, until=13}}",
            "digest.trend.alt{answered=1, missed=0}");
  }

  @Test
  void twoWorkersTellItOnce() {
    somebodyWrote();
    goOnTo(MORNING);
    firm.between.justBefore("report", firm::twoWorkersAtOnce);
    firm.twoWorkersAtOnce();
    firm.workFor(A_WHILE);

    assertThat(firm.announced()).hasSize(1);
  }

  @Test
  void whoDiesBeforeTellingItIsFollowedBySomebodyWhoDoes() {
    somebodyWrote();
    goOnTo(MORNING);
    firm.between.dieBefore("report");
    firm.workFor(A_WHILE);
    assertThat(firm.told.of("failed dead worker")).isNotEmpty();

    assertThat(firm.announced()).hasSize(1);
  }

  @Test
  void whoDiesAfterTellingItIsFollowedBySomebodyWhoLooks() {
    somebodyWrote();
    goOnTo(MORNING);
    firm.between.dieAfter("report");
    firm.workFor(A_WHILE);
    assertThat(firm.told.of("failed dead worker")).isNotEmpty();

    assertThat(firm.announced()).hasSize(1);
    assertThat(firm.book.state(firm.site()).words().owed()).isEmpty();
  }

  @Test
  void whileTheFiguresAreAwayItWaits() {
    somebodyWrote();
    goOnTo(MORNING);
    firm.between.begin(
        (port, _, real) -> {
          if (port.equals("FiguresStore")) {
            throw new StoreUnavailable("away");
          }
          return real.make();
        });
    firm.workFor(A_WHILE);
    assertThat(firm.announced()).isEmpty();

    firm.between.end();
    firm.workFor(A_WHILE);
    assertThat(firm.announced()).hasSize(1);
  }

  @Test
  void aDeskThatIsAwayForADayIsToldWhenItIsBack() {
    somebodyWrote();
    goOnTo(MORNING);
    firm.between.begin(
        (_, call, real) ->
            call.equals("report")
                ? new Delivery.Later(Duration.ofHours(1), "away", "")
                : real.make());
    firm.workFor(A_WHILE);
    assertThat(firm.announced()).isEmpty();
    goOnTo(MORNING.plus(Duration.ofHours(23)));
    firm.between.end();
    firm.workFor(A_WHILE);

    assertThat(firm.announced()).hasSize(1);
  }

  @Test
  void aProgramThatWasAwayTooLongTellsWhatIsNotTooOld() {
    somebodyWrote();
    goOnTo(MORNING.plus(Digests.LATE_MAX));
    firm.twoWorkersAtOnce();
    firm.workFor(A_WHILE);
    assertThat(firm.announced()).isEmpty();
  }

  @Test
  void whoIsOwedAnAnswerIsToldOfUntilItIsDone() {
    firm.handler.tell(firm.site().name(), "1", SOMEBODY, new SiteNews.LeadOpened(), NOON);
    goOnTo(MORNING);
    firm.workFor(A_WHILE);
    assertThat(firm.announced()).hasSize(1);
    assertThat(firm.announced().getFirst()).endsWith("digest.nobody\ndigest.leads{count=1}");

    firm.handler.forget(SOMEBODY);
    goOnTo(MORNING.plus(Duration.ofDays(1)));
    firm.workFor(A_WHILE);
    assertThat(firm.announced()).as("nothing is owed any more").hasSize(1);
  }

  private void goOnTo(Instant moment) {
    firm.clock.advance(Duration.between(firm.clock.instant(), moment));
  }

  private void somebodyWrote() {
    Noted noted =
        new Noted(
            firm.site().name(),
            DESK,
            NOON.plusSeconds(38),
            ZoneOffset.UTC,
            "en",
            "/boats",
            Optional.empty(),
            List.of(Fact.of(Kind.BEGUN), new Fact(Kind.FIRST_ANSWER, 38_000)));
    firm.figures.count(
        firm.site().name(), List.of(new FiguresStore.Step(SOMEBODY, 1, NOON, noted)), NOON);
  }
}
