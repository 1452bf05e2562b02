package io.threadbridge.bridge.port;

import java.util.List;
import java.util.OptionalLong;

/// How a desk did from day to day or from week to week, to be drawn: what was answered and missed,
/// and below it how long visitors waited for the first answer.
///
/// @param language a BCP 47 tag: how numbers are written
/// @param title the first line; what does not fit into two lines is cut
/// @param answered the name of the first series
/// @param missed the name of the second series
/// @param firstAnswer the name of the waits for a first answer, shown in minutes and seconds
/// @param points 1 to [#MOST_POINTS], the earliest first
/// @param alt what the picture shows, in words
public record Trend(
    String language,
    String title,
    String answered,
    String missed,
    String firstAnswer,
    List<Point> points,
    String alt) {
  /// Points side by side that can still be told apart.
  public static final int MOST_POINTS = 60;

  /// @throws IllegalArgumentException without points, or with too many
  public Trend {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > MOST_POINTS) {
      throw new IllegalArgumentException(points.size() + " points");
    }
  }

  /// One day or week.
  ///
  /// @param name short, such as *12.5.*; names are left out where there is no room for all
  /// @param answered 0 to [HeatMap#MOST]
  /// @param missed 0 to [HeatMap#MOST]
  /// @param seconds the median wait for a first answer, if there was any answer
  public record Point(String name, long answered, long missed, OptionalLong seconds) {
    /// @throws IllegalArgumentException if a figure is out of its limits
    public Point {
      if (Math.min(answered, missed) < 0
          || Math.max(answered, missed) > HeatMap.MOST
          || seconds.orElse(0) < 0) {
        throw new IllegalArgumentException("figures of " + name);
      }
    }
  }
}
