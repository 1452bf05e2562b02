package io.threadbridge.bridge.port;

import io.threadbridge.bridge.figures.Noted;
import java.time.Instant;
import java.util.Optional;

/// One handled event, without words and persons: what figures are recomputed from.
///
/// @param event its kind, such as `VisitorEvent.Wrote`
/// @param from the state before, such as `Waiting`
/// @param to the state after
/// @param noted what it means for the figures; empty if it means nothing
public record JournalEntry(
    Instant at, String event, String from, String to, Optional<Noted> noted) {
  /// An entry of a step that means nothing for the figures.
  public JournalEntry(Instant at, String event, String from, String to) {
    this(at, event, from, to, Optional.empty());
  }
}
