package io.threadbridge.bridge.recognition;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads lengths of time and times of day in one language.
final class Times {
  private static final int DIGITS_MAX = 4;
  private static final int HOURS = 24;
  private static final int HALF_DAY = 12;
  private static final int MINUTES = 60;
  private static final Set<String> HALVES = Set.of("am", "pm");

  /// *At 3* in the morning, said at noon, is in the afternoon; but not if that is further away.
  private static final Duration AFTERNOON_MAX = Duration.ofHours(8);

  /// A time in a sentence.
  ///
  /// @param start its first word
  /// @param end after its last word
  record Span(int start, int end, Duration length) {}

  private record Whole(Phrase phrase, int minutes) {}

  /// @param certain whether it says which half of the day it means
  private record Clock(LocalTime time, boolean certain, int end) {}

  private final List<Whole> wholes = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> units = new HashMap<>();
  private final Set<String> around;
  private final Set<String> at;
  private final Set<String> tomorrow;

  Times(Language language) {
    language
        .numbers(Section.LENGTHS)
        .forEach(
            (line, minutes) -> wholes.add(new Whole(Phrase.parse(line, language.sets()), minutes)));
    spell(language.numbers(Section.NUMBERS), numbers);
    spell(language.numbers(Section.UNITS), units);
    this.around = language.words(Section.AROUND_TIME);
    this.at = language.words(Section.AT);
    this.tomorrow = language.words(Section.TOMORROW);
  }

  private static void spell(Map<String, Integer> lines, Map<String, Integer> into) {
    lines.forEach(
        (words, number) -> Token.words(words).forEach(word -> into.put(word.form(), number)));
  }

  /// The time that begins at a word.
  Optional<Span> at(List<String> words, int start, ZonedDateTime now) {
    return whole(words, start)
        .or(() -> counted(words, start))
        .or(() -> timeOfDay(words, start, now))
        .or(() -> bareMinutes(words, start));
  }

  private Optional<Span> whole(List<String> words, int start) {
    Optional<Span> longest = Optional.empty();
    for (Whole whole : wholes) {
      long ends = whole.phrase.ends(words, start);
      int end = Long.SIZE - Long.numberOfLeadingZeros(ends) - 1;
      if (ends != 0 && (longest.isEmpty() || end > longest.get().end)) {
        longest = Optional.of(new Span(start, end, Duration.ofMinutes(whole.minutes)));
      }
    }
    return longest;
  }

  /// *10 minutes*, *ten minutes*, *1.5 hours*.
  private Optional<Span> counted(List<String> words, int start) {
    OptionalInt number = number(words, start);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    boolean decimal =
        isOneOf(words, start + 1, Set.of(".", ",")) && number(words, start + 2).isPresent();
    int unitAt = decimal ? start + 3 : start + 1;
    if (unitAt >= words.size() || !units.containsKey(words.get(unitAt))) {
      return Optional.empty();
    }
    double count =
        decimal
            ? Double.parseDouble(number.getAsInt() + "." + words.get(start + 2))
            : number.getAsInt();
    long minutes = Math.round(count * units.getOrDefault(words.get(unitAt), 0));
    return Optional.of(new Span(start, unitAt + 1, Duration.ofMinutes(minutes)));
  }

  private OptionalInt number(List<String> words, int index) {
    if (index >= words.size()) {
      return OptionalInt.empty();
    }
    String word = words.get(index);
    if (numbers.containsKey(word)) {
      return OptionalInt.of(numbers.getOrDefault(word, 0));
    }
    boolean digits =
        word.length() <= DIGITS_MAX && word.chars().allMatch(one -> one >= '0' && one <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
  }

  /// *Back in 10*: at the end of what is said, minutes are meant.
  private Optional<Span> bareMinutes(List<String> words, int start) {
    boolean last = start + 1 >= words.size() || words.get(start + 1).equals(",");
    if (!last || start == 0 || !around.contains(words.get(start - 1))) {
      return Optional.empty();
    }
    OptionalInt number = number(words, start);
    return number.isPresent() && number.getAsInt() <= MINUTES
        ? Optional.of(new Span(start, start + 1, Duration.ofMinutes(number.getAsInt())))
        : Optional.empty();
  }

  /// *At 14:30*, *tomorrow at 9*, *at 2 pm tomorrow*. Without *am*, *pm* or minutes, *at 3* is the
  /// next of the two that is near.
  private Optional<Span> timeOfDay(List<String> words, int start, ZonedDateTime now) {
    boolean nextDay = isOneOf(words, start, tomorrow);
    int hourAt = nextDay ? start + 1 : start;
    if (!isOneOf(words, hourAt, at)) {
      return Optional.empty();
    }
    while (isOneOf(words, hourAt, at)) {
      hourAt++;
    }
    int from = hourAt;
    return clock(words, from)
        .filter(clock -> !units.containsKey(wordAt(words, clock.end)))
        .flatMap(
            clock -> {
              boolean later = isOneOf(words, clock.end, tomorrow);
              return until(clock, nextDay || later, now)
                  .map(length -> new Span(start, later ? clock.end + 1 : clock.end, length));
            });
  }

  private Optional<Clock> clock(List<String> words, int hourAt) {
    int hour = number(words, hourAt).orElse(HOURS);
    boolean divided =
        isOneOf(words, hourAt + 1, Set.of(":", ".")) && number(words, hourAt + 2).isPresent();
    int minute = divided ? number(words, hourAt + 2).orElse(MINUTES) : 0;
    int end = divided ? hourAt + 3 : hourAt + 1;
    if (hour >= HOURS || minute >= MINUTES) {
      return Optional.empty();
    }
    if (hour <= HALF_DAY && isOneOf(words, end, HALVES)) {
      int added = words.get(end).equals("pm") ? HALF_DAY : 0;
      return Optional.of(new Clock(LocalTime.of(hour % HALF_DAY + added, minute), true, end + 1));
    }
    return Optional.of(new Clock(LocalTime.of(hour, minute), divided, end));
  }

  private static Optional<Duration> until(Clock clock, boolean nextDay, ZonedDateTime now) {
    ZonedDateTime then = now.with(clock.time).plusDays(nextDay ? 1 : 0);
    Duration length = Duration.between(now, then);
    if (!length.isNegative()) {
      return Optional.of(length);
    }
    Duration afternoon = length.plusHours(HALF_DAY);
    boolean meant = !clock.certain && clock.time.getHour() < HALF_DAY;
    return meant && !afternoon.isNegative() && afternoon.compareTo(AFTERNOON_MAX) <= 0
        ? Optional.of(afternoon)
        : Optional.empty();
  }

  private static boolean isOneOf(List<String> words, int index, Set<String> wanted) {
    return wanted.contains(wordAt(words, index));
  }

  private static String wordAt(List<String> words, int index) {
    return index < words.size() ? words.get(index) : "";
  }
}
