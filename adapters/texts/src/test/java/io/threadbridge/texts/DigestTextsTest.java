package io.threadbridge.texts;

import static io.threadbridge.bridge.application.DigestThreads.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.application.DigestThreads;
import io.threadbridge.bridge.application.DigestWords;
import io.threadbridge.bridge.application.ReadingDesk;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.Policy;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.digest.Digest;
import io.threadbridge.bridge.port.Site;
import io.threadbridge.bridge.port.Staffing;
import io.threadbridge.bridge.site.DigestTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Digests as a desk reads them. They stand in `src/test/resources/digests`, one file per language,
/// to be read as the shop's owner would; `-Ddigests.rewrite=true` writes them anew.
final class DigestTextsTest {
  private static final Path FOLDER = Path.of("src/test/resources/digests");
  private static final InstantSource CLOCK = InstantSource.fixed(Documented.AFTERNOON);
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final DeskRef WORKSHOP = new DeskRef("slack:C0WORKSHOP");

  private final IcuTexts texts = new IcuTexts(CLOCK);

  static List<String> languages() {
    return new IcuTexts(CLOCK).languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aDeskReadsHowItWent(String language) throws IOException {
    DigestWords words = words(language);
    DigestWords workshop = words(new ReadingDesk(site(language), WORKSHOP), DigestSamples.AFTER);
    String digests =
        String.join(
                "\n\n",
                text(words, DigestSamples.goodDayAlone(), NONE),
                text(words, DigestSamples.busyDayAfterAGoodOne(), DigestSamples.LEADS),
                text(words, DigestSamples.onePersonAfterABusyDay(), NONE),
                text(words, DigestSamples.nobodyCameAfterAGoodDay(), NONE),
                text(words, DigestSamples.week(), DigestSamples.LEADS),
                text(words, DigestSamples.quietWeek(), NONE),
                text(words, DigestSamples.hardDay(), DigestSamples.COMMENTS),
                text(words, DigestSamples.hardDayOfOne(), NONE),
                text(workshop, DigestSamples.handedOver(), NONE),
                text(words, DigestSamples.dayAfterTheEvening(), NONE),
                titleWhileItGoesOn(language, DigestSamples.hardDayOfOne()),
                titleWhileItGoesOn(language, DigestSamples.week()),
                titleLongAfter(language, DigestSamples.hardDayOfOne()),
                titleLongAfter(language, DigestSamples.week()),
                titleLongAfter(language, DigestSamples.untilLongAfter()),
                trendInWords(language, 0, 0),
                trendInWords(language, 1, 1),
                trendInWords(language, 2, 0),
                trendInWords(language, 25, 3))
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
    DigestWords words = words(language);

    assertThat(
            text(words, DigestSamples.week(), DigestSamples.LEADS)
                + text(words, DigestSamples.hardDay(), DigestSamples.COMMENTS)
                + text(words, DigestSamples.dayAfterTheEvening(), NONE))
        .doesNotContain("{", "}", "null", "!", "slack:")
        .doesNotContain(" 0 ");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatAVisitorSaidIsToldAsItIs(String language) {
    String said = "{count} <b>'quoted'</b> @channel";
    DigestThreads.Comment comment = new DigestThreads.Comment(1, said, Optional.empty());
    DigestWords words = words(language);

    assertThat(
            text(words, DigestSamples.hardDay(), new DigestThreads(0, List.of(), List.of(comment)))
                .lines())
        .filteredOn(line -> line.startsWith("•"))
        .singleElement()
        .asString()
        .contains(said)
        .doesNotEndWith(" ");
  }

  /// What stands for the picture of several weeks.
  private String trendInWords(String language, long answered, long missed) {
    Map<String, Object> counts = Map.of("answered", answered, "missed", missed);
    return texts.label(language, HELSINKI, "digest.trend.alt", counts);
  }

  private DigestWords words(String language) {
    return words(ReadingDesk.own(site(language)), DigestSamples.AFTER);
  }

  private DigestWords words(ReadingDesk desk, LocalDate today) {
    return new DigestWords(texts, desk, today);
  }

  private String titleLongAfter(String language, Digest digest) {
    DigestWords words = words(ReadingDesk.own(site(language)), DigestSamples.LONG_AFTER);
    return words.report(digest, NONE, DigestSamples.GOAL, List.of()).title();
  }

  private String titleWhileItGoesOn(String language, Digest digest) {
    DigestWords words = words(ReadingDesk.own(site(language)), digest.period().to());
    return words.report(digest, NONE, DigestSamples.GOAL, List.of()).title();
  }

  private static String text(DigestWords words, Digest digest, DigestThreads threads) {
    return words.report(digest, threads, DigestSamples.GOAL, List.of()).words();
  }

  private static Site site(String language) {
    return new Site(
        new SiteName("shop"),
        "Puu & Paperi",
        List.of("https://shop.example"),
        DigestSamples.DESK,
        List.of("en"),
        language,
        HELSINKI,
        List.of(),
        Duration.ofDays(1),
        Policy.DEFAULT,
        Staffing.NONE,
        Map.of("Puu & Paperi", DigestSamples.DESK, "Workshop", WORKSHOP),
        DigestTimes.USUAL);
  }
}
