package io.threadbridge.memory.loop;

import static io.threadbridge.contract.Samples.ANNA;
import static io.threadbridge.contract.Samples.DESK;
import static io.threadbridge.contract.Samples.NOON;
import static io.threadbridge.contract.Samples.OTHER_DESK;
import static io.threadbridge.memory.loop.ShopOfThreeDesks.THIRD_DESK;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteNews;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.Delivery;
import io.threadbridge.bridge.port.FiguresStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A site of three desks, each of which reads how it went there.
final class DeskDigestLoopTest {
  private static final Instant MORNING = Instant.parse("2035-06-05T08:00:00Z");
  private static final Instant MONDAY = Instant.parse("2035-06-11T08:05:00Z");
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private final Firm firm = new Firm(new ShopOfThreeDesks());
  private int counted;

  @BeforeEach
  void start() {
    firm.twoWorkersAtOnce();
  }

  @Test
  void eachDeskReadsItsOwnFiguresAndTheSitesOwnDeskThoseOfAllInOneLine() {
    wrote(DESK, Kind.FIRST_ANSWER);
    wrote(OTHER_DESK, Kind.FIRST_UNANSWERED);
    wrote(OTHER_DESK, Kind.FIRST_ANSWER);
    goOnTo(MORNING);
    firm.twoWorkersAtOnce();
    firm.workFor(A_WHILE);

    assertThat(firm.announced(DESK)).hasSize(1);
    assertThat(firm.announced(DESK).getFirst())
        .contains("site=Shop}", "digest.wrote-all{count=1}")
        .endsWith("digest.together{answered=2, count=3}");
    assertThat(firm.announced(OTHER_DESK)).hasSize(1);
    assertThat(firm.announced(OTHER_DESK).getFirst())
        .contains("site=Shop (Workshop)}", "digest.wrote-some{answered=1, count=2}")
        .doesNotContain("digest.together");
    assertThat(firm.announced(THIRD_DESK)).as("nothing happened there").isEmpty();
    assertThat(firm.book.state(firm.site()).words().owed()).isEmpty();
  }

  @Test
  void whoWasAnsweredWhereTheyWereHandedToIsToldThere() {
    wrote(DESK);
    happened(OTHER_DESK, Fact.of(Kind.FIRST_ANSWER));
    goOnTo(MORNING);
    firm.workFor(A_WHILE);

    assertThat(firm.announced(DESK).getFirst())
        .contains("digest.wrote-only{count=1}", "digest.together{answered=1, count=1}");
    assertThat(firm.announced(OTHER_DESK).getFirst()).contains("digest.answered-only{count=1}");
  }

  @Test
  void ofAQuietWeekOnlyTheSitesOwnDeskIsTold() {
    goOnTo(MONDAY);
    firm.workFor(A_WHILE);

    assertThat(firm.announced(DESK)).hasSize(1);
    assertThat(firm.announced(OTHER_DESK)).isEmpty();
  }

  @Test
  void ofADayOnWhichAConversationOnlyEndedTheDeskThatHadItIsNotTold() {
    happened(OTHER_DESK, new Fact(Kind.ENDED_SILENT, 600_000));
    goOnTo(MORNING);
    firm.workFor(A_WHILE);

    assertThat(firm.announced(OTHER_DESK)).isEmpty();
    assertThat(firm.book.state(firm.site()).words().owed()).isEmpty();
  }

  @Test
  void aWeeksPicturesAreThoseOfTheDesk() {
    wrote(OTHER_DESK, Kind.FIRST_ANSWER);
    goOnTo(MONDAY);
    firm.workFor(A_WHILE);

    assertThat(firm.announced(DESK)).as("its own week was quiet").hasSize(1);
    assertThat(firm.announced(OTHER_DESK))
        .hasSize(3)
        .contains("digest.trend.alt{answered=1, missed=0}");
  }

  @Test
  void aDeskThatIsAwayHoldsUpNoOtherAndIsToldLater() {
    wrote(DESK, Kind.FIRST_ANSWER);
    wrote(OTHER_DESK, Kind.FIRST_ANSWER);
    goOnTo(MORNING);
    firm.chat.answerNext(new Delivery.Later(Duration.ofHours(1), "away", ""));
    firm.workFor(A_WHILE);
    assertThat(firm.announced(DESK)).isEmpty();
    assertThat(firm.announced(OTHER_DESK)).hasSize(1);

    goOnTo(MORNING.plus(Duration.ofHours(1)));
    firm.workFor(A_WHILE);
    assertThat(firm.announced(DESK)).hasSize(1);
    assertThat(firm.announced(OTHER_DESK)).hasSize(1);
  }

  @Test
  void whoeverDiesBetweenTwoDesksLeavesNoneOutAndTellsNoneTwice() {
    wrote(DESK, Kind.FIRST_ANSWER);
    wrote(OTHER_DESK, Kind.FIRST_ANSWER);
    wrote(THIRD_DESK, Kind.FIRST_ANSWER);
    goOnTo(MORNING);
    firm.between.dieAfter("report");
    firm.workFor(A_WHILE);

    assertThat(firm.told.of("failed dead worker")).isNotEmpty();
    assertThat(firm.announced(DESK)).hasSize(1);
    assertThat(firm.announced(OTHER_DESK)).hasSize(1);
    assertThat(firm.announced(THIRD_DESK)).hasSize(1);
  }

  @Test
  void aLeadIsNamedWhereItsConversationIs() {
    ConversationId handed = firm.says("at the workshop");
    ConversationId kept = firm.says("here");
    firm.workFor(Duration.ofSeconds(5));
    firm.handsOver("at the workshop", "Workshop");
    firm.workFor(Duration.ofSeconds(5));
    Instant now = firm.clock.instant();
    firm.handler.tell(firm.site().name(), "1", handed, new SiteNews.LeadOpened(), now);
    firm.handler.tell(firm.site().name(), "2", kept, new SiteNews.LeadOpened(), now);
    firm.handler.tell(
        firm.site().name(), "3", new ConversationId("c-gone"), new SiteNews.LeadOpened(), now);

    assertThat(report(DESK).lines())
        .contains("digest.leads{count=2}")
        .filteredOn(line -> line.startsWith("digest.lead{"))
        .hasSize(1);
    assertThat(report(OTHER_DESK).lines())
        .contains("digest.leads{count=1}")
        .filteredOn(line -> line.startsWith("digest.lead{"))
        .hasSize(1);
  }

  @Test
  void aPersonReadsOfEachOfTheirDesks() {
    wrote(OTHER_DESK, Kind.FIRST_ANSWER);

    assertThat(firm.home.of(OTHER_DESK::equals))
        .hasSize(2)
        .allSatisfy(
            report -> {
              assertThat(report.title()).contains("site=Shop (Workshop)}");
              assertThat(report.text()).contains("digest.wrote-all{count=1}");
            });
    assertThat(firm.home.of(_ -> true)).as("today and a week at each").hasSize(6);
    assertThat(firm.home.of(_ -> false)).isEmpty();
  }

  @Test
  void aReportCanBeAskedForAtEachDeskAndNothingElse() {
    wrote(OTHER_DESK, Kind.FIRST_ANSWER);

    assertThat(report(OTHER_DESK)).contains("digest.wrote-all{count=1}");
    assertThat(report(DESK)).contains("digest.nobody", "digest.together{answered=1, count=1}");
    assertThat(firm.commands.run(OTHER_DESK, ANNA, "off")).isEqualTo("chat.no-desk");
    assertThat(firm.commands.run(new DeskRef("slack:C0OTHER"), ANNA, "report"))
        .isEqualTo("chat.no-desk");
  }

  private String report(DeskRef desk) {
    return firm.commands.run(desk, ANNA, "report");
  }

  private void goOnTo(Instant moment) {
    firm.clock.advance(Duration.between(firm.clock.instant(), moment));
  }

  private void wrote(DeskRef desk) {
    happened(desk, Fact.of(Kind.BEGUN));
  }

  private void wrote(DeskRef desk, Kind end) {
    happened(desk, Fact.of(Kind.BEGUN), new Fact(end, 38_000));
  }

  private void happened(DeskRef desk, Fact... facts) {
    counted++;
    Noted noted =
        new Noted(
            firm.site().name(),
            desk,
            NOON.plusSeconds(38),
            ZoneOffset.UTC,
            "en",
            "/boats",
            Optional.empty(),
            List.of(facts));
    FiguresStore.Step step =
        new FiguresStore.Step(new ConversationId("c-counted-" + counted), 1, NOON, noted);
    firm.figures.count(firm.site().name(), List.of(step), NOON);
  }
}
