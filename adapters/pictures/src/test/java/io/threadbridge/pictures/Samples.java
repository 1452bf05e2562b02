package io.threadbridge.pictures;

import io.threadbridge.bridge.port.HeatMap;
import io.threadbridge.bridge.port.Trend;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A shop's week and weeks.
final class Samples {
  static final List<String> HOURS = IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();

  private static final long[] BY_HOUR = {
    0, 0, 0, 0, 0, 0, 0, 0, 2, 5, 8, 9, 6, 7, 8, 7, 6, 9, 12, 8, 3, 1, 0, 0
  };
  private static final long[] BY_DAY = {9, 12, 8, 7, 10, 4, 0};

  private Samples() {}

  /// The words of the pictures in one language.
  record Words(
      String language,
      String week,
      String legend,
      List<String> days,
      String trend,
      String answered,
      String missed,
      String firstAnswer) {}

  static final List<Words> LANGUAGES =
      List.of(
          new Words(
              "en",
              "When visitors wrote, 9–15 November",
              "Conversations begun in each hour",
              List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
              "The last two weeks",
              "answered",
              "missed",
              "median wait for the first answer"),
          new Words(
              "fi",
              "Milloin kävijät kirjoittivat, 9.–15. marraskuuta",
              "Alkaneet keskustelut tunneittain",
              List.of("ma", "ti", "ke", "to", "pe", "la", "su"),
              "Viimeiset kaksi viikkoa",
              "vastattu",
              "vastaamatta",
              "ensimmäisen vastauksen odotus (mediaani)"),
          new Words(
              "uk",
              "Коли писали відвідувачі, 9–15 листопада",
              "Скільки розмов почалося щогодини",
              List.of("пн", "вт", "ср", "чт", "пт", "сб", "нд"),
              "Останні два тижні",
              "з відповіддю",
              "без відповіді",
              "медіана очікування першої відповіді"),
          new Words(
              "da",
              "Hvornår de besøgende skrev, 9.–15. november",
              "Påbegyndte samtaler i hver time",
              List.of("man", "tir", "ons", "tor", "fre", "lør", "søn"),
              "De seneste to uger",
              "besvaret",
              "ikke besvaret",
              "median ventetid på første svar"),
          new Words(
              "sv",
              "När besökarna skrev, 9–15 november",
              "Påbörjade samtal per timme",
              List.of("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
              "De senaste två veckorna",
              "besvarade",
              "obesvarade",
              "medianväntan på första svaret"),
          new Words(
              "de",
              "Wann Besucher schrieben, 9. bis 15. November",
              "Begonnene Gespräche je Stunde",
              List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
              "Die letzten zwei Wochen",
              "beantwortet",
              "verpasst",
              "mittlere Wartezeit auf die erste Antwort"));

  /// Pictures that must be there.
  static DrawnPictures pictures() {
    return new DrawnPictures(
        Letters::installed,
        reason -> {
          throw new AssertionError("no picture: " + reason);
        });
  }

  static Words english() {
    return LANGUAGES.getFirst();
  }

  static long busy(long day, long hour) {
    return (BY_HOUR[(int) hour] * BY_DAY[(int) day] + (day * 7 + hour * 3) % 5) / 11;
  }

  static HeatMap week(Words words, LongBinaryOperator countOfDayAndHour) {
    return week(words, words.week(), countOfDayAndHour);
  }

  static HeatMap week(Words words, String title, LongBinaryOperator countOfDayAndHour) {
    List<HeatMap.Day> days =
        IntStream.range(0, 7)
            .mapToObj(
                day ->
                    new HeatMap.Day(
                        words.days().get(day),
                        LongStream.range(0, 24)
                            .map(hour -> countOfDayAndHour.applyAsLong(day, hour))
                            .boxed()
                            .toList()))
            .toList();
    return new HeatMap(
        words.language(),
        title,
        words.legend(),
        HOURS,
        days,
        HeatMap.Hours.NONE,
        "Most visitors wrote on Tuesday at 18.");
  }

  static Trend trend(Words words, int points, long times) {
    return new Trend(
        words.language(),
        words.trend(),
        words.answered(),
        words.missed(),
        words.firstAnswer(),
        IntStream.range(0, points).mapToObj(index -> point(index, times)).toList(),
        "More answers, fewer misses.");
  }

  private static Trend.Point point(int index, long times) {
    boolean sunday = index % 7 == 6;
    long answered = sunday ? 0 : 12 + (index * 5) % 9 + index / 4;
    OptionalLong wait =
        sunday ? OptionalLong.empty() : OptionalLong.of(70 - index + index * 13 % 30);
    return new Trend.Point(
        "%d.%d.".formatted(index % 30 + 1, 11 + index / 30),
        answered * times,
        (index * 3 % 5 == 1 ? 2 : 0) * times,
        wait);
  }
}
