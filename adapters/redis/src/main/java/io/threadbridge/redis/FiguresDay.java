package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.FiguresBuilder;
import io.threadbridge.bridge.figures.Kind;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Measure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One day of a site as [CountScript] keeps it, read into figures. What only a later version of the
/// program counts is left out.
final class FiguresDay {
  /// What is called by no number, because too many had one already.
  private static final String OTHER = Figures.OTHER_PAGES;

  /// As in `count.lua`: so many indexes may be left out by the number of the next.
  private static final int NEAR = 4;

  private static final String OTHER_DESK = "other:other";

  private final LocalDate date;
  private final Map<String, String> names;
  private final Optional<DeskRef> wanted;

  /// @param names the name of each number, by its kind and number, such as `d1`
  FiguresDay(LocalDate date, Map<String, String> names, Optional<DeskRef> wanted) {
    this.date = date;
    this.names = names;
    this.wanted = wanted;
  }

  /// Names by their numbers, of what the names' key holds.
  static Map<String, String> names(Map<String, String> numbers) {
    Map<String, String> names = new HashMap<>();
    numbers.forEach((name, number) -> names.put(name.charAt(0) + number, name.substring(1)));
    return names;
  }

  /// Adds an answer of `read-figures.lua`.
  void addTo(FiguresBuilder figures, List<Object> answer) {
    for (int at = 0; at + 1 < answer.size(); at += 2) {
      String field = (String) answer.get(at);
      int colon = field.indexOf(':');
      DeskRef desk = new DeskRef(name("d", field.substring(0, colon), OTHER_DESK));
      if (wanted.isEmpty() || wanted.get().equals(desk)) {
        List<Long> numbers =
            ((List<?>) answer.get(at + 1)).stream().map(number -> (Long) number).toList();
        add(figures, desk, field.substring(colon + 1), numbers);
      }
    }
  }

  private void add(FiguresBuilder figures, DeskRef desk, String series, List<Long> numbers) {
    switch (series.charAt(0)) {
      case 'h' -> hours(figures, desk, numbers);
      case 'm' ->
          Measure.ofCode(Integer.parseInt(series.substring(1)))
              .ifPresent(measure -> lengths(figures, measure, numbers));
      case 'a' -> attended(figures, numbers);
      case 'l' -> named("l", numbers, figures::inLanguage);
      case 'p' -> named("p", numbers, figures::onPage);
      case 's' -> named("s", numbers, figures::byPerson);
      default -> {
        // Of a later version of the program.
      }
    }
  }

  private void hours(FiguresBuilder figures, DeskRef desk, List<Long> numbers) {
    pairs(
        numbers,
        (index, times) -> {
          LocalHour hour = new LocalHour(date, index % CountScript.HOURS);
          Kind.ofCode(index / CountScript.HOURS)
              .ifPresent(kind -> figures.inHour(desk, hour, kind, times));
        });
  }

  private void attended(FiguresBuilder figures, List<Long> numbers) {
    for (int at = 0; at + 2 < numbers.size(); at += 3) {
      LocalHour hour = new LocalHour(date, Math.toIntExact(numbers.get(at)));
      figures.present(hour, new Attended(numbers.get(at + 1), numbers.get(at + 2)));
    }
  }

  private static void lengths(FiguresBuilder figures, Measure measure, List<Long> numbers) {
    figures.longest(measure, numbers.getFirst());
    pairs(numbers.subList(1, numbers.size()), (bin, times) -> figures.inBin(measure, bin, times));
  }

  private void named(String of, List<Long> numbers, Named add) {
    pairs(
        numbers,
        (index, times) -> {
          String name = name(of, Integer.toString(index / CountScript.CODES), OTHER);
          Kind.ofCode(index % CountScript.CODES).ifPresent(kind -> add.to(name, kind, times));
        });
  }

  private String name(String of, String number, String other) {
    return names.getOrDefault(of + number, other);
  }

  /// See `count.lua` for how a series is written.
  private static void pairs(List<Long> numbers, Pair add) {
    int index = -1;
    for (long number : numbers) {
      if (number < 0) {
        index -= (int) number;
      } else {
        index += 1 + (int) (number % NEAR);
        add.to(index, number / NEAR + 1);
      }
    }
  }

  /// Where the times of an index go.
  private interface Pair {
    void to(int index, long times);
  }

  /// Where the times of a kind go that came up under a name.
  private interface Named {
    void to(String name, Kind kind, long times);
  }
}
