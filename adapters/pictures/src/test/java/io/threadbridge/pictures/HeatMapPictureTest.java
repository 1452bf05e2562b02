package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Picture;
import java.awt.Color;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What people see of a week.
final class HeatMapPictureTest {
  private static final List<Color> PALETTE =
      Stream.concat(Stream.of(Look.NOTHING), Look.FEW_TO_MANY.stream()).toList();

  @SuppressWarnings("UnusedVariable") // read by the parameterized test
  private static final List<Samples.Words> LANGUAGES = Samples.LANGUAGES;

  private final DrawnPictures pictures = Samples.pictures();

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void aWeekIsDrawnInEveryLanguage(Samples.Words words) throws IOException {
    Picture picture = pictures.heatMap(Samples.week(words, Samples::busy)).orElseThrow();
    Seen seen = Seen.of(pictures.heatMap(Samples.week(words, Samples::busy)));

    assertThat(picture.alt()).isEqualTo("Most visitors wrote on Tuesday at 18.");
    assertThat(picture.width()).isEqualTo(seen.image().getWidth()).isEqualTo(1_024);
    assertThat(picture.height()).isEqualTo(seen.image().getHeight()).isLessThan(1_024);
    assertThat(picture.png().length).isLessThan(100_000);
    assertThat(seen.has(Look.FEW_TO_MANY.getLast())).isTrue();
  }

  @Test
  void theMoreThereWasTheDarkerIsTheCell() throws IOException {
    Seen seen = draw(Samples.week(Samples.english(), (day, hour) -> rising(day, hour)));

    List<Color> cells = seen.cells(Look.FEW_TO_MANY.getLast(), PALETTE);

    assertThat(cells).hasSizeGreaterThanOrEqualTo(12).containsAll(Look.FEW_TO_MANY);
    assertThat(cells.stream().map(Look::luminance).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static long rising(long day, long hour) {
    return day == 3 && hour >= 8 && hour <= 20 ? hour - 8 : 0;
  }

  @Test
  void anHourWithOneVisitorStandsOutFromThoseWithNone() throws IOException {
    Seen seen =
        draw(Samples.week(Samples.english(), (day, hour) -> day == 2 && hour == 13 ? 1 : 0));

    assertThat(PALETTE.stream().filter(seen::has).toList())
        .containsExactly(Look.NOTHING, Look.FEW_TO_MANY.get(2));
  }

  @Test
  void aWeekWithoutVisitorsIsQuiet() throws IOException {
    Seen seen = draw(Samples.week(Samples.english(), (day, hour) -> 0));

    assertThat(PALETTE.stream().filter(seen::has).toList()).containsExactly(Look.NOTHING);
  }

  @Test
  void millionsFitAndSoDoesTheHighestCount() throws IOException {
    for (long most : List.of(1_000_000L, HeatMap.MOST)) {
      Seen seen = draw(Samples.week(Samples.english(), (day, hour) -> day * hour * (most / 138)));

      assertThat(seen.has(Look.FEW_TO_MANY.getFirst())).isTrue();
      assertThat(seen.has(Look.FEW_TO_MANY.getLast())).isTrue();
    }
  }

  @Test
  void aLongTitleIsCutAndTheCellsStay() throws IOException {
    String title = "Everything that ever happened at this desk, and more ".repeat(40);
    Seen seen = draw(Samples.week(Samples.english(), title, Samples::busy));
    Seen usual = draw(Samples.week(Samples.english(), Samples::busy));

    assertThat(seen.count(Look.FEW_TO_MANY.getFirst()))
        .isGreaterThan(usual.count(Look.FEW_TO_MANY.getFirst()) * 3 / 4);
  }

  @Test
  void theTitleCanBeReadOnItsOwnGroundWhateverTheChatLooksLike() throws IOException {
    Seen seen = draw(Samples.week(Samples.english(), Samples::busy));

    assertThat(seen.contrast(Look.SHEET, 20, 64)).isGreaterThan(10);
    assertThat(seen.contrast(Look.SHEET, 68, 96)).isGreaterThan(4.5);
    assertThat(seen.opacity(512, 2)).isEqualTo(255);
    assertThat(seen.opacity(0, 0)).isZero();
  }

  private Seen draw(HeatMap week) throws IOException {
    return Seen.of(pictures.heatMap(week));
  }
}
