package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Trend;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see of days and weeks.
final class TrendPictureTest {
  @SuppressWarnings("UnusedVariable") // read by the parameterized test
  private static final List<Samples.Words> LANGUAGES = Samples.LANGUAGES;

  private final DrawnPictures pictures = Samples.pictures();

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void twoWeeksAreDrawnInEveryLanguage(Samples.Words words) throws IOException {
    Picture picture = pictures.trend(Samples.trend(words, 14, 1)).orElseThrow();
    Seen seen = draw(Samples.trend(words, 14, 1));

    assertThat(picture.alt()).isEqualTo("More answers, fewer misses.");
    assertThat(picture.width()).isEqualTo(seen.image().getWidth()).isEqualTo(1_024);
    assertThat(picture.height()).isEqualTo(seen.image().getHeight()).isLessThan(1_024);
    assertThat(picture.png().length).isLessThan(100_000);
    assertThat(List.of(Look.ANSWERED, Look.MISSED, Look.WAIT)).allMatch(seen::has);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, Trend.MOST_POINTS})
  void anyNumberOfPointsIsDrawn(int points) throws IOException {
    Seen seen = draw(Samples.trend(Samples.english(), points, 1));

    assertThat(seen.count(Look.ANSWERED)).isGreaterThan(5_000);
  }

  @Test
  void theMoreWasMissedTheMoreOfThePictureSaysSo() throws IOException {
    assertThat(missed(0)).isLessThan(missed(2)).isLessThan(1_000);
    assertThat(missed(2)).isLessThan(missed(6));
    assertThat(missed(6)).isLessThan(missed(10));
  }

  private long missed(long missed) throws IOException {
    return draw(trend(new Trend.Point("Mon", 10, missed, OptionalLong.of(30)))).count(Look.MISSED);
  }

  @Test
  void aSingleConversationStandsOnTheGroundAsManyDo() throws IOException {
    Trend.Point one = new Trend.Point("Mon", 1, 0, OptionalLong.empty());
    Trend.Point many = new Trend.Point("Mon", 40, 0, OptionalLong.empty());

    assertThat(draw(trend(one)).lowest(Look.ANSWERED))
        .isEqualTo(draw(trend(many)).lowest(Look.ANSWERED));
  }

  @Test
  void theHighestFiguresFit() throws IOException {
    Seen seen =
        draw(
            trend(
                new Trend.Point("Mon", HeatMap.MOST, HeatMap.MOST, OptionalLong.of(Long.MAX_VALUE)),
                new Trend.Point("Tue", 1, 1, OptionalLong.of(0))));

    assertThat(List.of(Look.ANSWERED, Look.MISSED, Look.WAIT)).allMatch(seen::has);
  }

  @Test
  void withoutAnswersThereIsNoLineOfWaits() throws IOException {
    Trend trend = trend(new Trend.Point("Mon", 0, 0, OptionalLong.empty()));

    assertThat(draw(trend).has(Look.WAIT)).isFalse();
    assertThat(pictures.trend(trend).orElseThrow().height())
        .isLessThan(pictures.trend(Samples.trend(Samples.english(), 2, 1)).orElseThrow().height());
  }

  @Test
  void daysWithTheSameNameAreTwoDays() throws IOException {
    Trend.Point monday = new Trend.Point("Mon", 5, 0, OptionalLong.empty());

    assertThat(draw(trend(monday, monday)).count(Look.ANSWERED))
        .isGreaterThan(draw(trend(monday)).count(Look.ANSWERED) * 3 / 2);
  }

  @Test
  void theTitleCanBeRead() throws IOException {
    Seen seen = draw(Samples.trend(Samples.english(), 14, 1));

    assertThat(seen.contrast(Look.SHEET, 20, 64)).isGreaterThan(10);
    assertThat(seen.contrast(Look.SHEET, 76, 104)).isGreaterThan(4.5);
  }

  private static Trend trend(Trend.Point... points) {
    return new Trend("en", "Lately", "answered", "missed", "wait", List.of(points), "Two days.");
  }

  private Seen draw(Trend trend) throws IOException {
    return Seen.of(pictures.trend(trend));
  }
}
