package io.threadbridge.contract;

import static io.threadbridge.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Counts;
import io.threadbridge.bridge.figures.Distribution;
import io.threadbridge.bridge.figures.Fact;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.port.FiguresStore;
import io.threadbridge.bridge.port.FiguresStore.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// All that [FiguresStore] promises.
///
/// Longer than the house's files: one short test for each promise, over the same few samples.
public interface FiguresStoreContract {
  /// The site of most tests; a name may hold what looks like a cluster's hash tag.
  SiteName SHOP = new SiteName("shop {1}");

  /// Its desk.
  DeskRef DESK = new DeskRef("slack:C1");

  /// Its clock.
  ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  /// The day of [Samples#NOON].
  LocalDate TODAY = LocalDate.ofInstant(NOON, HELSINKI);

  /// The store under test; nothing is counted before each test.
  FiguresStore figures();

  @Test
  default void nothingWasCountedOfASiteThatNobodyWroteTo() {
    assertThat(today()).isEqualTo(Figures.none(TODAY, TODAY));
  }

  @Test
  default void aStepCountsInItsHourForItsDeskLanguageAndPage() {
    count(step("c1", 2, Fact.of(Kind.BEGUN)));

    Counts one = new Counts(Map.of(Kind.BEGUN, 1L));
    Figures read = today();
    int hour = NOON.atZone(HELSINKI).getHour();
    assertThat(read.hours()).isEqualTo(Map.of(new LocalHour(TODAY, hour), one));
    assertThat(read.in(TODAY.getDayOfWeek(), hour)).isEqualTo(one);
    assertThat(read.desks()).isEqualTo(Map.of(DESK, one));
    assertThat(read.languages()).isEqualTo(Map.of("fi", one));
    assertThat(read.pages()).isEqualTo(Map.of("/shoes", one));
    assertThat(read.people()).isEmpty();
  }

  @Test
  default void aStepThatComesAgainCountsOnce() {
    Step first = step("c1", 2, Fact.of(Kind.BEGUN));
    Step second = step("c1", 3, new Fact(Kind.FIRST_ANSWER, 9_000));
    count(first);
    count(first, second);
    count(first);
    count(second);
    count(step("c2", 2, Fact.of(Kind.BEGUN)));

    assertThat(today().total().numbers())
        .containsEntry(Kind.BEGUN, 2L)
        .containsEntry(Kind.FIRST_ANSWER, 1L);
  }

  @Test
  default void aStepThatComesLateAndAgainCountsOnce() {
    Step step = step("c1", 2, Fact.of(Kind.BEGUN));
    figures().count(SHOP, List.of(step), NOON.plus(Duration.ofDays(3)));
    figures()
        .count(
            SHOP,
            List.of(step),
            NOON.plus(Duration.ofDays(3)).plus(FiguresStore.KNOWN_FOR).minusMillis(1));

    assertThat(today().total().of(Kind.BEGUN)).isEqualTo(1);
  }

  @Test
  default void aConversationGoesOnTheNextDay() {
    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    count(step("c1", 2, Fact.of(Kind.BEGUN)));
    count(stepAt("c1", 3, tomorrow, Fact.of(Kind.REOPENED)));
    count(stepAt("c1", 3, tomorrow, Fact.of(Kind.REOPENED)));

    assertThat(today().total().numbers()).isEqualTo(Map.of(Kind.BEGUN, 1L));
    assertThat(read(TODAY.plusDays(1), TODAY.plusDays(1)).total().numbers())
        .isEqualTo(Map.of(Kind.REOPENED, 1L));
    assertThat(read(TODAY, TODAY.plusDays(1)))
        .isEqualTo(today().plus(read(TODAY.plusDays(1), TODAY.plusDays(1))));
  }

  @Test
  default void aWaitCountsInTheHourInWhichItBeganEvenIfThatWasYesterday() {
    Instant pastMidnight = TODAY.atTime(0, 1).atZone(HELSINKI).toInstant();
    count(stepAt("c1", 2, pastMidnight, new Fact(Kind.FIRST_ANSWER, 90_000)));

    Figures yesterday = read(TODAY.minusDays(1), TODAY.minusDays(1));
    assertThat(today().hours()).isEmpty();
    assertThat(yesterday.hours()).containsOnlyKeys(new LocalHour(TODAY.minusDays(1), 23));
    assertThat(yesterday.of(Measure.FIRST_ANSWER).count()).isEqualTo(1);
  }

  @Test
  default void aNightOfTwentyFiveHoursHasOneOfItsHoursTwice() {
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    count(stepAt("c1", 2, first, Fact.of(Kind.BEGUN)));
    count(stepAt("c2", 2, first.plus(Duration.ofHours(1)), Fact.of(Kind.BEGUN)));

    LocalDate sunday = LocalDate.of(2026, 10, 25);
    assertThat(read(sunday, sunday).hours())
        .isEqualTo(Map.of(new LocalHour(sunday, 3), new Counts(Map.of(Kind.BEGUN, 2L))));
  }

  @Test
  default void aNightOfTwentyThreeHoursLacksOne() {
    Instant before = Instant.parse("2026-03-29T00:59:59.999Z");
    count(stepAt("c1", 2, before, Fact.of(Kind.BEGUN)));
    count(stepAt("c2", 2, before.plusMillis(1), Fact.of(Kind.BEGUN)));

    LocalDate sunday = LocalDate.of(2026, 3, 29);
    assertThat(read(sunday, sunday).hours())
        .containsOnlyKeys(new LocalHour(sunday, 2), new LocalHour(sunday, 4));
  }

  @Test
  default void theLimitsOfAFirstAnswerAreCountedToTheMillisecond() {
    count(step("c1", 2, new Fact(Kind.FIRST_ANSWER, 10_000)));
    count(step("c2", 2, new Fact(Kind.FIRST_ANSWER, 10_001)));
    count(step("c3", 2, new Fact(Kind.FIRST_ANSWER, 60_000)));
    count(step("c4", 2, new Fact(Kind.FIRST_ANSWER, 60_001)));
    count(step("c5", 2, new Fact(Kind.FIRST_ANSWER, 120_000)));
    count(step("c6", 2, new Fact(Kind.FIRST_UNANSWERED, 120_001)));

    Counts total = today().total();
    assertThat(total.of(Kind.FIRST_ANSWER)).isEqualTo(5);
    assertThat(total.of(Kind.ANSWERED_SOON)).isEqualTo(1);
    assertThat(total.of(Kind.ANSWERED_IN_A_MINUTE)).isEqualTo(3);
    assertThat(total.of(Kind.WAITED_LONG)).isEqualTo(1);
  }

  @Test
  default void lengthsComeBackWithinOnePercentAndTheLongestExactly() {
    Random random = new Random(1);
    List<Long> lengths =
        IntStream.range(0, 1_000).mapToObj(_ -> (long) Math.exp(random.nextDouble(20))).toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      steps.add(step("c" + i, 2, new Fact(Kind.ENDED_SILENT, lengths.get(i))));
    }
    for (int from = 0; from < steps.size(); from += FiguresStore.STEPS_MAX) {
      figures().count(SHOP, steps.subList(from, from + FiguresStore.STEPS_MAX), NOON);
    }

    Distribution durations = today().of(Measure.DURATION);
    List<Long> sorted = lengths.stream().sorted().toList();
    assertThat(durations.count()).isEqualTo(1_000);
    assertThat(durations.longest()).contains(Duration.ofMillis(sorted.getLast()));
    for (double share : List.of(0.0, 0.1, 0.5, 0.9, 0.99, 1.0)) {
      double exact = sorted.get(Math.max(1, (int) Math.ceil(share * 1_000)) - 1);
      double told = durations.percentile(share).orElseThrow().toNanos() / 1e6;
      assertThat(Math.abs(told - exact)).as("at %s", share).isLessThanOrEqualTo(exact * 0.0101);
    }
  }

  @Test
  default void desksAreToldApartAndAddUpToTheSite() {
    count(step("c1", 2, Fact.of(Kind.BEGUN)));
    count(onDesk("c2", new DeskRef("teams:t/c:2"), new Fact(Kind.FIRST_ANSWER, 5_000)));

    Figures one = figures().read(SHOP, Optional.of(DESK), TODAY, TODAY);
    Figures other = figures().read(SHOP, Optional.of(new DeskRef("teams:t/c:2")), TODAY, TODAY);
    assertThat(one.total().numbers()).containsOnlyKeys(Kind.BEGUN);
    assertThat(other.of(Measure.FIRST_ANSWER).count()).isEqualTo(1);
    assertThat(one.plus(other)).isEqualTo(today());
  }

  @Test
  default void whatIsCountedOfOneSiteIsNotThatOfAnother() {
    count(step("c1", 2, Fact.of(Kind.BEGUN)));

    assertThat(figures().read(new SiteName("cafe"), Optional.empty(), TODAY, TODAY))
        .isEqualTo(Figures.none(TODAY, TODAY));
  }

  @Test
  default void theFirstPagesOfAMonthKeepTheirNamesAndAllOthersAreOther() {
    for (int i = 0; i < Figures.PAGES_MAX + 2; i++) {
      count(onPage("c" + i, "/p" + i));
    }
    count(onPage("again", "/p0"));
    Instant nextMonth = NOON.plus(Duration.ofDays(40));
    count(stepAt("later", 2, nextMonth, Fact.of(Kind.BEGUN)));

    Figures read = today();
    assertThat(read.pages()).hasSize(Figures.PAGES_MAX + 1);
    assertThat(read.pages().get("/p0")).isEqualTo(new Counts(Map.of(Kind.BEGUN, 2L)));
    assertThat(read.pages().get(Figures.OTHER_PAGES)).isEqualTo(new Counts(Map.of(Kind.BEGUN, 2L)));
    LocalDate then = LocalDate.ofInstant(nextMonth, HELSINKI);
    assertThat(read(then, then).pages()).containsOnlyKeys("/shoes");
  }

  @Test
  default void peopleAreCountedWhereTheStepNamesThem() {
    Noted noted = noted(DESK, NOON, "/", Fact.of(Kind.PROMISE_KEPT));
    Noted named =
        new Noted(
            SHOP,
            DESK,
            NOON,
            HELSINKI,
            noted.language(),
            noted.page(),
            Optional.of("slack:U1"),
            noted.facts());
    count(new Step(new ConversationId("c1"), 2, NOON, named));

    assertThat(today().people())
        .isEqualTo(Map.of("slack:U1", new Counts(Map.of(Kind.PROMISE_KEPT, 1L))));
  }

  @Test
  default void whoWasThereIsSaidHourByHourBesideWhatWasCounted() {
    LocalHour last = new LocalHour(TODAY, 23);
    LocalHour first = new LocalHour(TODAY.plusDays(1), 0);
    count(step("c1", 2, Fact.of(Kind.BEGUN)));
    attended(DESK, Map.of(last, new Attended(3_600_000, 7_200_000), first, new Attended(1, 0)));

    assertThat(today().presence()).isEqualTo(Map.of(last, new Attended(3_600_000, 7_200_000)));
    assertThat(today().total().of(Kind.BEGUN)).isEqualTo(1);
    assertThat(today().presence(TODAY.getDayOfWeek(), 23).average(1)).hasValue(2);
    Figures both = read(TODAY, TODAY.plusDays(1));
    assertThat(both.presence()).containsOnlyKeys(last, first);
    assertThat(both).isEqualTo(today().plus(read(TODAY.plusDays(1), TODAY.plusDays(1))));
  }

  @Test
  default void ofWhatIsSaidOfOneHourTheLastWordHolds() {
    LocalHour nine = new LocalHour(TODAY, 9);
    LocalHour ten = new LocalHour(TODAY, 10);
    attended(DESK, Map.of(ten, new Attended(3_600_000, 1_000)));
    attended(DESK, Map.of(ten, new Attended(3_600_000, 1_000)));
    attended(DESK, Map.of(nine, new Attended(7_200_000, 300 * 7_200_000L)));
    attended(DESK, Map.of(nine, new Attended(7_200_000, 300 * 7_200_000L), ten, Attended.NONE));

    assertThat(today().presence())
        .isEqualTo(Map.of(nine, new Attended(7_200_000, 300 * 7_200_000L), ten, Attended.NONE));
  }

  @Test
  default void whoWasThereIsToldByDesk() {
    DeskRef other = new DeskRef("teams:t/c:2");
    LocalHour ten = new LocalHour(TODAY, 10);
    attended(DESK, Map.of(ten, new Attended(1_800_000, 1_800_000)));
    attended(other, Map.of(ten, new Attended(3_600_000, 0)));

    assertThat(figures().read(SHOP, Optional.of(DESK), TODAY, TODAY).presence())
        .isEqualTo(Map.of(ten, new Attended(1_800_000, 1_800_000)));
    assertThat(today().presence()).isEqualTo(Map.of(ten, new Attended(5_400_000, 1_800_000)));
  }

  @Test
  default void whoCountsAtOnceCountsEverything() {
    List<Boolean> _ =
        AtOnce.call(
            8,
            number -> {
              count(step("c" + number, 2, Fact.of(Kind.BEGUN)));
              return true;
            });

    assertThat(today().total().of(Kind.BEGUN)).isEqualTo(8);
  }

  private Figures today() {
    return read(TODAY, TODAY);
  }

  private Figures read(LocalDate from, LocalDate to) {
    return figures().read(SHOP, Optional.empty(), from, to);
  }

  private void count(Step... steps) {
    figures().count(SHOP, List.of(steps), NOON);
  }

  private void attended(DeskRef desk, Map<LocalHour, Attended> hours) {
    figures().attended(SHOP, desk, hours);
  }

  private static Step step(String conversation, long number, Fact... facts) {
    return stepAt(conversation, number, NOON, facts);
  }

  private static Step stepAt(String conversation, long number, Instant at, Fact... facts) {
    return new Step(new ConversationId(conversation), number, at, noted(DESK, at, "/shoes", facts));
  }

  private static Step onDesk(String conversation, DeskRef desk, Fact fact) {
    return new Step(new ConversationId(conversation), 2, NOON, noted(desk, NOON, "/shoes", fact));
  }

  private static Step onPage(String conversation, String page) {
    Noted noted = noted(DESK, NOON, page, Fact.of(Kind.BEGUN));
    return new Step(new ConversationId(conversation), 2, NOON, noted);
  }

  private static Noted noted(DeskRef desk, Instant at, String page, Fact... facts) {
    return new Noted(SHOP, desk, at, HELSINKI, "fi", page, Optional.empty(), List.of(facts));
  }
}
