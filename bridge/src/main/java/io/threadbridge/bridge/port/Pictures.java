package io.threadbridge.bridge.port;

import java.util.Optional;

/// Draws the figures of a desk. A picture is an extra: where none can be drawn (a machine without
/// fonts), the answer is empty, never an exception, and the digest goes out as text alone.
public interface Pictures {
  /// A week of hours: the fuller the hour, the darker its cell.
  Optional<Picture> heatMap(HeatMap week);

  /// How it went from day to day or from week to week.
  Optional<Picture> trend(Trend trend);

  /// No picture of anything.
  static Pictures none() {
    return new Pictures() {
      @Override
      public Optional<Picture> heatMap(HeatMap week) {
        return Optional.empty();
      }

      @Override
      public Optional<Picture> trend(Trend trend) {
        return Optional.empty();
      }
    };
  }
}
