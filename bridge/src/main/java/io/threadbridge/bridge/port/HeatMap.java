package io.threadbridge.bridge.port;

import java.util.List;
import java.util.stream.IntStream;

/// How much there was in each hour of a week, to be drawn.
///
/// @param language a BCP 47 tag: how numbers are written
/// @param title the first line; what does not fit into two lines is cut
/// @param legend what is counted, such as *Conversations begun*
/// @param hours a short name for each hour of the day, midnight first
/// @param days seven, the first day of the reader's week first
/// @param open hours that are shown even if nothing happened in them
/// @param alt what the picture shows, in words
public record HeatMap(
    String language,
    String title,
    String legend,
    List<String> hours,
    List<Day> days,
    Hours open,
    String alt) {
  /// Hours shown, at least: fewer would make a strip of a week.
  public static final int FEWEST_HOURS = 8;

  /// The highest count of an hour.
  public static final long MOST = 1_000_000_000_000L;

  private static final int DAY = 24;

  /// @throws IllegalArgumentException unless there are 24 hours and 7 days
  public HeatMap {
    hours = List.copyOf(hours);
    days = List.copyOf(days);
    if (hours.size() != DAY || days.size() != 7) {
      throw new IllegalArgumentException(days.size() + " days of " + hours.size() + " hours");
    }
  }

  /// One row.
  ///
  /// @param name short, such as *Mon*
  /// @param counts one for each hour of the day, 0 to [#MOST]
  public record Day(String name, List<Long> counts) {
    /// @throws IllegalArgumentException unless there are 24 counts within the limits
    public Day {
      counts = List.copyOf(counts);
      if (counts.size() != DAY || counts.stream().anyMatch(count -> count < 0 || count > MOST)) {
        throw new IllegalArgumentException("counts of a day: " + counts);
      }
    }
  }

  /// Some hours of a day, one after the other.
  ///
  /// @param from the first, 0 to 24
  /// @param until the first that does not belong to them, up to 24
  public record Hours(int from, int until) {
    /// No hour at all.
    public static final Hours NONE = new Hours(0, 0);

    /// @throws IllegalArgumentException if they are not within a day
    public Hours {
      if (from < 0 || until < from || until > DAY) {
        throw new IllegalArgumentException("hours from " + from + " until " + until);
      }
    }

    private boolean isEmpty() {
      return from == until;
    }

    private Hours with(Hours others) {
      if (isEmpty() || others.isEmpty()) {
        return isEmpty() ? others : this;
      }
      return new Hours(Math.min(from, others.from), Math.max(until, others.until));
    }

    /// At least as many as that, with hours from both sides.
    private Hours atLeast(int fewest) {
      int first = Math.clamp(from - Math.max(0, fewest - (until - from)) / 2, 0, DAY - fewest);
      return new Hours(Math.min(from, first), Math.max(until, first + fewest));
    }
  }

  /// The hours worth showing: those in which there was anything, and the opening hours. Of a week
  /// in which nothing was and nobody open, the middle of the day.
  public Hours shown() {
    Hours full =
        IntStream.range(0, DAY)
            .filter(hour -> days.stream().anyMatch(day -> day.counts().get(hour) > 0))
            .mapToObj(hour -> new Hours(hour, hour + 1))
            .reduce(open, Hours::with);
    return (full.isEmpty() ? new Hours(DAY / 2, DAY / 2) : full).atLeast(FEWEST_HOURS);
  }
}
