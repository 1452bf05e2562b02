package io.threadbridge.texts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.DigestWords;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.digest.WeekOfFigures;
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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Digests as a desk reads them. They stand in `src/test/resources/digests`, one file per language,
/// to be read as the shop's owner would; `-Ddigests.rewrite=true` writes them anew.
final class DigestTextsTest {
  private static final Path FOLDER = Path.of("src/test/resources/digests");
  private static final InstantSource CLOCK = InstantSource.fixed(Documented.AFTERNOON);
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final DeskRef DESK = new DeskRef("slack:C0WEBCHAT");
  private static final LocalDate MONDAY = LocalDate.of(2035, 6, 4);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate SUNDAY = MONDAY.plusDays(6);
  private static final StaffingGoal GOAL = StaffingGoal.usual(3);

  private final IcuTexts texts = new IcuTexts(CLOCK);

  static List<String> languages() {
    return new IcuTexts(CLOCK).languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aDeskReadsHowItWent(String language) throws IOException {
    DigestWords words = new DigestWords(texts, site(language));
    String digests =
        String.join(
                "\n\n",
                text(words, day(goodDay(), Figures.none(MONDAY, MONDAY), 0), List.of(), GOAL),
                text(words, day(busyDay(), goodDay(), 2), leads(), GOAL),
                text(words, day(onePerson(), busyDay(), 0), List.of(), GOAL),
                text(words, day(nobodyCame(), goodDay(), 1), List.of(), GOAL),
                text(words, week(), leads(), GOAL),
                text(words, quietWeek(), List.of(), GOAL))
            + "\n";
    Path file = FOLDER.resolve(language + ".txt");
    if (Boolean.getBoolean("digests.rewrite")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, digests, UTF_8);
    }

    assertThat(digests).isEqualTo(Files.readString(file, UTF_8));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void nobodyIsBlamedAndNothingIsLeftToFillIn(String language) {
    DigestWords words = new DigestWords(texts, site(language));

    assertThat(text(words, week(), leads(), GOAL))
        .doesNotContain("{", "}", "null", "!", "slack:")
        .doesNotContain(" 0 ");
  }

  private static String text(
      DigestWords words, Digest digest, List<DigestWords.Lead> leads, StaffingGoal goal) {
    return words.report(digest, leads, goal, List.of()).words();
  }

  private static Digest day(Figures figures, Figures earlier, int leads) {
    return new Digest(DigestPeriod.day(TUESDAY), figures, earlier, leads, List.of());
  }

  private static Digest week() {
    return new Digest(
        DigestPeriod.weekTo(SUNDAY),
        fullWeek(),
        goodDay(),
        2,
        StaffingAdvice.of(WeekOfFigures.of(fullWeek()), GOAL));
  }

  private static Digest quietWeek() {
    Figures none = Figures.none(MONDAY, SUNDAY);
    return new Digest(DigestPeriod.weekTo(SUNDAY), none, none, 0, List.of());
  }

  /// Everybody was answered, soon and by few words.
  private static Figures goodDay() {
    return counts(TUESDAY, 10, Map.of(Kind.BEGUN, 4L, Kind.FIRST_ANSWER, 4L), 8, 21, 38, 55);
  }

  /// Fourteen wrote, twelve were answered.
  private static Figures busyDay() {
    return counts(
            TUESDAY,
            10,
            Map.of(
                Kind.BEGUN, 12L,
                Kind.FIRST_ANSWER, 12L,
                Kind.ANSWERED_SOON, 3L,
                Kind.ANSWERED_IN_A_MINUTE, 10L,
                Kind.PROMISE_MADE, 5L,
                Kind.PROMISE_KEPT, 4L,
                Kind.PROMISE_LATE, 1L,
                Kind.LEAD_DONE, 2L),
            5,
            6,
            9,
            12,
            20,
            38,
            39,
            41,
            44,
            50,
            130,
            250)
        .plus(
            counts(
                TUESDAY,
                17,
                Map.of(
                    Kind.BEGUN, 2L,
                    Kind.FIRST_UNANSWERED, 2L,
                    Kind.MISSED, 1L,
                    Kind.RATED_4, 1L,
                    Kind.RATED_5, 5L)));
  }

  private static Figures onePerson() {
    return counts(TUESDAY, 10, Map.of(Kind.BEGUN, 1L, Kind.FIRST_ANSWER, 1L), 95);
  }

  private static Figures nobodyCame() {
    return counts(TUESDAY, 17, Map.of(Kind.BEGUN, 1L, Kind.FIRST_UNANSWERED, 1L, Kind.MISSED, 1L));
  }

  private static Figures fullWeek() {
    Figures evening =
        counts(
            TUESDAY,
            17,
            Map.of(
                Kind.BEGUN, 5L,
                Kind.FIRST_ANSWER, 1L,
                Kind.FIRST_UNANSWERED, 4L,
                Kind.WAITED_LONG, 5L,
                Kind.MISSED, 3L),
            7_300);
    return busyDay().plus(evening).plus(Figures.none(MONDAY, SUNDAY));
  }

  private static Figures counts(
      LocalDate date, int hour, Map<Kind, Long> counts, int... firstAnswers) {
    FiguresBuilder builder = new FiguresBuilder(date, date);
    counts.forEach((kind, count) -> builder.inHour(DESK, new LocalHour(date, hour), kind, count));
    IntStream.of(firstAnswers)
        .mapToLong(seconds -> seconds * 1_000L)
        .forEach(
            millis ->
                builder
                    .inBin(Measure.FIRST_ANSWER, Bins.of(millis), 1)
                    .longest(Measure.FIRST_ANSWER, millis));
    return builder.build();
  }

  private static List<DigestWords.Lead> leads() {
    Instant noon = Instant.parse("2035-06-05T09:00:00Z");
    return List.of(
        new DigestWords.Lead(noon, URI.create("https://chat.example/archives/C1/p1")),
        new DigestWords.Lead(
            noon.plus(Duration.ofDays(1)), URI.create("https://chat.example/archives/C1/p2")));
  }

  private static Site site(String language) {
    return new Site(
        new SiteName("shop"),
        "Puu & Paperi",
        List.of("https://shop.example"),
        DESK,
        List.of("en"),
        language,
        HELSINKI,
        List.of(),
        Duration.ofDays(1),
        Policy.DEFAULT,
        Staffing.NONE);
  }
}
