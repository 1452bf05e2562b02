package io.threadbridge.pictures;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Seconds as a stopwatch shows them, which reads the same in every language: *1:30*, *2:00:00*.
final class MinutesAndSeconds extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final long HOUR = 3_600;

  @Override
  public StringBuffer format(double seconds, StringBuffer text, FieldPosition position) {
    return format(Math.round(seconds), text, position);
  }

  @Override
  public StringBuffer format(long seconds, StringBuffer text, FieldPosition position) {
    long minutes = seconds % HOUR / 60;
    return text.append(
        seconds < HOUR
            ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
            : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, minutes, seconds % 60));
  }

  /// Nothing is read with it.
  @Override
  public @Nullable Number parse(String text, ParsePosition position) {
    return null;
  }
}
