package io.threadbridge.bridge.figures;

import io.threadbridge.bridge.conversation.DeskRef;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// What was counted of a site, or of one of its desks, on the days from `from` to `to`, both of
/// them included. Days add up to weeks and desks to sites ([#plus]).
///
/// A wait counts in the hour in which it began, everything else in the hour in which it happened;
/// so the figures of a day are complete when the waits that began in it are over, an hour after
/// midnight with the usual clocks.
///
/// @param hours only hours in which anything happened, in order
/// @param distributions a distribution for each measure that came up
/// @param desks the same counts by desk
/// @param languages by the language that the visitor reads
/// @param pages by the page on which the conversation began, [#PAGES_MAX] of a site and month by
///     their names and all others as [#OTHER_PAGES]; only what [Kind#isCountedByPage] says
/// @param people by the id of the staff member who acted; empty unless the site counts per person
/// @param presence how many people were there in each hour of which anybody knows, in order; where
///     several desks are added up, of all of them
public record Figures(
    LocalDate from,
    LocalDate to,
    SortedMap<LocalHour, Counts> hours,
    Map<Measure, Distribution> distributions,
    Map<DeskRef, Counts> desks,
    Map<String, Counts> languages,
    Map<String, Counts> pages,
    Map<String, Counts> people,
    SortedMap<LocalHour, Attended> presence) {
  /// So many pages of a site and month are told apart.
  public static final int PAGES_MAX = 200;

  /// What all other pages are called; no page's name, which begins with a slash.
  public static final String OTHER_PAGES = "other";

  /// Figures that nobody changes afterwards.
  public Figures {
    hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
    Map<Measure, Distribution> copy = new EnumMap<>(Measure.class);
    copy.putAll(distributions);
    distributions = Collections.unmodifiableMap(copy);
    desks = Map.copyOf(desks);
    languages = Map.copyOf(languages);
    pages = Map.copyOf(pages);
    people = Map.copyOf(people);
    presence = Collections.unmodifiableSortedMap(new TreeMap<>(presence));
  }

  /// Nothing on these days.
  public static Figures none(LocalDate from, LocalDate to) {
    return new FiguresBuilder(from, to).build();
  }

  /// All counts of all these days together.
  public Counts total() {
    return Counts.sum(hours.values().stream());
  }

  /// All counts of one day.
  public Counts on(LocalDate date) {
    return sum(hours.subMap(new LocalHour(date, 0), new LocalHour(date.plusDays(1), 0)));
  }

  /// All counts of an hour of the week, of all weeks together.
  ///
  /// @param hour 0 to 23
  public Counts in(DayOfWeek day, int hour) {
    return Counts.sum(of(hours, day, hour));
  }

  /// How many people were there in an hour of the week, of all weeks together.
  ///
  /// @param hour 0 to 23
  public Attended presence(DayOfWeek day, int hour) {
    return of(presence, day, hour).reduce(Attended.NONE, Attended::plus);
  }

  /// The distribution of a measure; empty of all content if it never came up.
  public Distribution of(Measure measure) {
    return distributions.getOrDefault(measure, Distribution.NONE);
  }

  /// Both together: of two days, desks, sites or instances.
  public Figures plus(Figures other) {
    return new Figures(
        Stream.of(from, other.from).min(Comparator.naturalOrder()).orElse(from),
        Stream.of(to, other.to).max(Comparator.naturalOrder()).orElse(to),
        new TreeMap<>(sum(hours, other.hours, Counts::plus)),
        sum(distributions, other.distributions, Distribution::plus),
        sum(desks, other.desks, Counts::plus),
        sum(languages, other.languages, Counts::plus),
        sum(pages, other.pages, Counts::plus),
        sum(people, other.people, Counts::plus),
        new TreeMap<>(sum(presence, other.presence, Attended::plus)));
  }

  private static <T> Stream<T> of(Map<LocalHour, T> cells, DayOfWeek day, int hour) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().hour() == hour)
        .filter(cell -> cell.getKey().date().getDayOfWeek() == day)
        .map(Map.Entry::getValue);
  }

  private static <K, T> Map<K, T> sum(Map<K, T> some, Map<K, T> others, BinaryOperator<T> plus) {
    Map<K, T> sum = new HashMap<>(some);
    others.forEach((key, more) -> sum.merge(key, more, plus));
    return sum;
  }

  private static Counts sum(SortedMap<LocalHour, Counts> cells) {
    return Counts.sum(cells.values().stream());
  }
}
