package io.threadbridge.calendar;

import java.time.Instant;
import java.util.Optional;

/// How it stands with a calendar: what is known of it, and since when it is away.
///
/// @param lastGood when it was last fetched and understood; the shifts in use are as of then
/// @param awaySince when it first failed after that
/// @param problem why it failed last, in words for a log; names neither its address nor its words
/// @param shifts how many shifts are known
/// @param unnamed how many of its events name nobody of the people it was given
public record CalendarStatus(
    Optional<Instant> lastGood,
    Optional<Instant> awaySince,
    Optional<String> problem,
    int shifts,
    int unnamed) {
  /// Not fetched yet.
  static final CalendarStatus UNKNOWN =
      new CalendarStatus(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

  static CalendarStatus good(Instant now, int shifts, int unnamed) {
    return new CalendarStatus(
        Optional.of(now), Optional.empty(), Optional.empty(), shifts, unnamed);
  }

  CalendarStatus away(Instant now, String why) {
    return new CalendarStatus(
        lastGood, awaySince.or(() -> Optional.of(now)), Optional.of(why), shifts, unnamed);
  }
}
