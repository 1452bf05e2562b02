package io.threadbridge.pictures;

import io.threadbridge.bridge.port.HeatMap;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/// Numbers as the readers of a language write them: whole up to 9,999, and short from there on,
/// such as *1.2M*. Not for several threads.
final class Numbers {
  private static final long LONGEST_WHOLE = 9_999;
  private static final long HOUR = 3_600;

  /// What a clock is divided into, from 5 s to a week.
  private static final List<Integer> CLOCK =
      List.of(
          5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400,
          604_800);

  private final NumberFormat whole;
  private final NumberFormat brief;

  /// @param language a BCP 47 tag
  Numbers(String language) {
    Locale locale = Locale.forLanguageTag(language);
    whole = NumberFormat.getIntegerInstance(locale);
    brief = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    brief.setMaximumFractionDigits(1);
    brief.setRoundingMode(RoundingMode.HALF_UP);
  }

  String format(long number) {
    return (number > LONGEST_WHOLE ? brief : whole).format(number);
  }

  /// Seconds as a stopwatch shows them, which reads the same in every language: *1:30*, *2:00:00*.
  static String clock(long seconds) {
    long minutes = seconds % HOUR / 60;
    return seconds < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, minutes, seconds % 60);
  }

  /// The distances that lines of a scale of counts may have.
  TickUnits distances() {
    TickUnits distances = new TickUnits();
    for (long tens = 1; tens <= HeatMap.MOST; tens *= 10) {
      for (int step : new int[] {1, 2, 5}) {
        distances.add(new Distance(step * tens, this::format));
      }
    }
    return distances;
  }

  /// The distances that lines of a scale of seconds may have.
  static TickUnits clockDistances() {
    TickUnits distances = new TickUnits();
    CLOCK.forEach(seconds -> distances.add(new Distance(seconds, Numbers::clock)));
    return distances;
  }

  /// The distance between two lines of a scale, and how the numbers beside them are written.
  private static final class Distance extends NumberTickUnit {
    private static final long serialVersionUID = 1L;

    private final transient LongFunction<String> written;

    Distance(double size, LongFunction<String> written) {
      super(size);
      this.written = written;
    }

    @Override
    public String valueToString(double value) {
      return written.apply(Math.round(value));
    }
  }
}
