package io.threadbridge.bridge.hours;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/// When the wall clock first shows a local time. A time that a clock put forward leaves out counts
/// as the moment of the change; one that a clock put back shows twice counts as the first. So each
/// local time has one moment, and later local times never have earlier ones.
public final class LocalMoments {
  private LocalMoments() {}

  /// The moment of a local time.
  public static Instant of(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    // In an overlap this is the offset before the change.
    ZoneOffset offset = rules.getOffset(local);
    return local.toInstant(offset);
  }

  /// The earlier of two moments of which either may not be.
  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isBefore(other.get()) ? one : other;
  }
}
