package io.threadbridge.web.export;

import io.threadbridge.bridge.port.Picture;
import java.time.Duration;

/// What came of the wish to see a picture.
sealed interface Drawing {
  /// It is drawn.
  record Drawn(Picture picture) implements Drawing {}

  /// There is nothing to draw, or nothing to draw it with.
  record Nothing() implements Drawing {}

  /// The site has had its pictures for now.
  record TooMany(Duration pause) implements Drawing {}

  /// The figures are away.
  record Away() implements Drawing {}
}
