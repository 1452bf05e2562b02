package io.threadbridge.pictures;

import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Picture;
import io.threadbridge.bridge.port.Pictures;
import io.threadbridge.bridge.port.Trend;
import java.awt.AWTError;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws without a screen, as often as asked and by as many threads. It needs fonts, and on Linux
/// the library `fontconfig` that finds them, which small container images leave out: then there is
/// no picture, and the log says once what to install. Nothing is loaded before the first picture.
public final class DrawnPictures implements Pictures {
  private static final Logger LOG = LoggerFactory.getLogger(DrawnPictures.class);
  private static final String MEND =
      "No picture in the digest: {}. On Linux, install fontconfig and a font such as DejaVu Sans"
          + " (Debian: fontconfig fonts-dejavu-core, Alpine: fontconfig font-dejavu).";
  private static final int MOST_REASONS = 16;

  private final Supplier<Set<String>> installed;
  private final Consumer<String> tell;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /// With the fonts of this machine.
  public DrawnPictures() {
    this(DrawnPictures::installedHere, reason -> LOG.warn(MEND, reason));
  }

  /// @param installed the families of fonts there are, or throws as Java does
  /// @param tell told once of each reason why there is no picture
  DrawnPictures(Supplier<Set<String>> installed, Consumer<String> tell) {
    this.installed = installed;
    this.tell = tell;
  }

  static Set<String> installedHere() {
    // Without this, Java would look for the screen that DISPLAY names, and fail if nobody is there.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    return Letters.installed();
  }

  @Override
  public Optional<Picture> heatMap(HeatMap week) {
    String texts =
        Stream.concat(
                Stream.of(week.title(), week.legend()),
                Stream.concat(week.hours().stream(), week.days().stream().map(HeatMap.Day::name)))
            .collect(Collectors.joining());
    return drawn(texts, letters -> new HeatMapSheet(week, letters).sheet().picture(week.alt()));
  }

  @Override
  public Optional<Picture> trend(Trend trend) {
    String texts =
        Stream.concat(
                Stream.of(trend.title(), trend.answered(), trend.missed(), trend.firstAnswer()),
                trend.points().stream().map(Trend.Point::name))
            .collect(Collectors.joining());
    return drawn(texts, letters -> new TrendSheet(trend, letters).sheet().picture(trend.alt()));
  }

  private interface Drawing {
    Picture with(Letters letters);
  }

  /// Java says in many ways that it cannot draw: a plain RuntimeException where fontconfig finds
  /// nothing, a LinkageError where a library of the system is missing, an AWTError where a screen
  /// is looked for. A digest is not held back by any of them.
  private Optional<Picture> drawn(String texts, Drawing drawing) {
    try {
      return Optional.of(drawing.with(Letters.forText(installed.get(), texts)));
    } catch (RuntimeException | LinkageError | AWTError problem) {
      tellOnce(Objects.requireNonNullElse(problem.getMessage(), problem.getClass().getName()));
      return Optional.empty();
    }
  }

  private void tellOnce(String reason) {
    if (told.size() < MOST_REASONS && told.add(reason)) {
      tell.accept(reason);
    }
  }
}
