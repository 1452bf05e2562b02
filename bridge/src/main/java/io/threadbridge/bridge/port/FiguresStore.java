package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.DeskRef;
import io.threadbridge.bridge.conversation.SiteName;
import io.threadbridge.bridge.figures.Attended;
import io.threadbridge.bridge.figures.Figures;
import io.threadbridge.bridge.figures.LocalHour;
import io.threadbridge.bridge.figures.Noted;
import io.threadbridge.bridge.site.Attendance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the figures of the sites: what was counted, and nothing of whom. They outlive the
/// conversations by years.
public interface FiguresStore {
  /// How long the day's figures know what they have counted: for so long after it was counted the
  /// same step counts once. What is older when it comes is refused by whoever brings it, because
  /// nobody could tell any more whether it was counted.
  Duration KNOWN_FOR = Duration.ofDays(14);

  /// How long figures are kept.
  Duration KEPT_FOR = Duration.ofDays(10 * 366);

  /// The most steps of one call.
  int STEPS_MAX = 200;

  /// The most days of one reading.
  int DAYS_MAX = 800;

  /// The most hours of one call: as many as a site keeps.
  int HOURS_MAX = Attendance.HOURS_MAX;

  /// One step of a conversation to be counted.
  ///
  /// @param step its number; of one conversation they come in order, and a later one that was
  ///     counted says that all earlier ones of the same day were
  /// @param since when it was saved: says with which day's steps it is remembered
  record Step(ConversationId conversation, long step, Instant since, Noted noted) {}

  /// Counts each of these steps of one site once, however often it comes; all of them or, if the
  /// store is away, perhaps: then they are to come again.
  ///
  /// @param steps at most [#STEPS_MAX]
  void count(SiteName site, List<Step> steps, Instant now);

  /// Says how many people were there in hours that are over, on the desk of a site. It is what they
  /// came to in all: said once more it changes nothing, and the last word holds.
  ///
  /// @param hours at most [#HOURS_MAX]
  void attended(SiteName site, DeskRef desk, Map<LocalHour, Attended> hours);

  /// What was counted of a site on these days, at most [#DAYS_MAX], both included.
  ///
  /// @param desk only of this desk; empty: of all of them
  Figures read(SiteName site, Optional<DeskRef> desk, LocalDate from, LocalDate to);
}
