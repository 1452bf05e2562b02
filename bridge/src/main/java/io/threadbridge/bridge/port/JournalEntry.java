package io.threadbridge.bridge.port;

import java.time.Instant;

/// One handled event, without words and persons: what figures are recomputed from.
///
/// @param event its kind, such as `VisitorEvent.Wrote`
/// @param from the state before, such as `Waiting`
/// @param to the state after
public record JournalEntry(Instant at, String event, String from, String to) {}
