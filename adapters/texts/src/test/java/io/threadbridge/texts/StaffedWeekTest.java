package io.threadbridge.texts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.DigestThreads;
import io.threadbridge.bridge.application.DigestWords;
import io.threadbridge.bridge.application.ReadingDesk;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.WeekOfFigures;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Bins;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.site.DigestPeriod;
import io.threadbridge.bridge.staffing.StaffingAdvice;
import io.threadbridge.bridge.staffing.StaffingGoal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The digest of a week in which somebody knew who was there: one evening nobody, one morning two
/// who had other things to do, one day one more than needed. It stands in
/// `src/test/resources/digests/staffed`; `-Ddigests.rewrite=true` writes it anew.
final class StaffedWeekTest {
  private static final Path FOLDER = Path.of("src/test/resources/digests/staffed");
  private static final InstantSource CLOCK = InstantSource.fixed(Documented.AFTERNOON);
  private static final DeskRef DESK = new DeskRef("slack:C0WEBCHAT");
  private static final LocalDate SUNDAY = LocalDate.of(2035, 6, 10);
  private static final int WEEKS = 4;
  private static final StaffingGoal GOAL = StaffingGoal.usual(3);

  private final IcuTexts texts = new IcuTexts(CLOCK);

  static List<String> languages() {
    return new IcuTexts(CLOCK).languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aDeskReadsWhoWasThereAndWhatWouldHelp(String language) throws IOException {
    Figures weeks =
        IntStream.range(0, WEEKS)
            .mapToObj(StaffedWeekTest::week)
            .reduce(Figures::plus)
            .orElseThrow();
    List<StaffingAdvice> advice = StaffingAdvice.of(WeekOfFigures.of(weeks), GOAL);
    Digest digest =
        new Digest(
            DigestPeriod.weekTo(SUNDAY),
            week(WEEKS - 1),
            Figures.none(SUNDAY, SUNDAY),
            Optional.empty(),
            0,
            advice);
    String said =
        new DigestWords(texts, ReadingDesk.own(site(language)), SUNDAY.plusDays(1))
                .report(digest, DigestThreads.NONE, GOAL, List.of())
                .words()
            + "\n";
    Path file = FOLDER.resolve(language + ".txt");
    if (Boolean.getBoolean("digests.rewrite")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, said, UTF_8);
    }

    assertThat(advice)
        .hasExactlyElementsOfTypes(
            StaffingAdvice.SomebodyInCharge.class,
            StaffingAdvice.MorePeople.class,
            StaffingAdvice.OneFewer.class);
    assertThat(said).isEqualTo(Files.readString(file, UTF_8));
  }

  /// @param number 0 for the first
  private static Figures week(int number) {
    LocalDate sunday = SUNDAY.minusWeeks(WEEKS - 1L - number);
    FiguresBuilder figures = new FiguresBuilder(sunday.minusDays(6), sunday);
    LocalDate tuesday = sunday.minusDays(5);
    hour(figures, tuesday, 17, 0, 1, number % 2);
    hour(figures, tuesday, 18, 0, 1, number == 1 ? 1 : 0);
    LocalDate wednesday = sunday.minusDays(4);
    hour(figures, wednesday, 10, 2, 2, number % 2);
    hour(figures, wednesday, 11, 2, 2, number > 1 ? 1 : 0);
    LocalDate thursday = sunday.minusDays(3);
    for (int hour = 9; hour < 14; hour++) {
      hour(figures, thursday, hour, 2, 2, 0);
    }
    return figures.build();
  }

  /// An hour with so many people, visitors, and visitors who waited long.
  private static void hour(
      FiguresBuilder figures, LocalDate date, int of, int people, int came, int waited) {
    LocalHour hour = new LocalHour(date, of);
    figures.present(hour, Attended.by(people, Duration.ofHours(1).toMillis()));
    figures.inHour(DESK, hour, Kind.BEGUN, came);
    figures.inHour(DESK, hour, Kind.FIRST_ANSWER, came);
    figures.inHour(DESK, hour, Kind.WAITED_LONG, waited);
    figures.inHour(DESK, hour, Kind.ANSWERED_SOON, came - waited);
    figures.inHour(DESK, hour, Kind.ANSWERED_IN_A_MINUTE, came - waited);
    length(figures, Measure.FIRST_ANSWER, 8_000, came - waited);
    length(figures, Measure.FIRST_ANSWER, 200_000, waited);
    length(figures, Measure.HANDLING, 240_000, came);
  }

  private static void length(FiguresBuilder figures, Measure measure, long millis, int times) {
    if (times > 0) {
      figures.inBin(measure, Bins.of(millis), times).longest(measure, millis);
    }
  }

  private static Site site(String language) {
    return new Site(
        new SiteName("shop"),
        "Puu & Paperi",
        List.of("https://shop.example"),
        DESK,
        List.of("en"),
        language,
        ZoneId.of("Europe/Helsinki"),
        List.of(),
        Duration.ofDays(1),
        Policy.DEFAULT,
        Staffing.NONE);
  }
}
