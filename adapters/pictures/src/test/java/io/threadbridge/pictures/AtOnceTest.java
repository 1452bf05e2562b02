package io.threadbridge.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Desks whose digests are due at the same moment do not paint over each other.
final class AtOnceTest {
  private static final int TIMES = 8;

  @Test
  void twoThreadsDrawWhatOneDraws() throws ExecutionException, InterruptedException {
    DrawnPictures pictures = Samples.pictures();
    HeatMap week = Samples.week(Samples.english(), Samples::busy);
    Trend trend = Samples.trend(Samples.LANGUAGES.get(2), 30, 1);
    Optional<Picture> weekAlone = pictures.heatMap(week);
    Optional<Picture> trendAlone = pictures.trend(trend);

    List<Future<Optional<Picture>>> weeks = new ArrayList<>();
    List<Future<Optional<Picture>>> trends = new ArrayList<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int time = 0; time < TIMES; time++) {
        weeks.add(two.submit(() -> pictures.heatMap(week)));
        trends.add(two.submit(() -> pictures.trend(trend)));
      }
    }

    for (int time = 0; time < TIMES; time++) {
      assertThat(weeks.get(time).get()).isPresent().isEqualTo(weekAlone);
      assertThat(trends.get(time).get()).isPresent().isEqualTo(trendAlone);
    }
  }
}
