package io.threadbridge.bridge.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a rule may need to know of the site at the moment of an event.
///
/// @param open whether it is inside hours and somebody is there
/// @param closedSince when its hours ended; empty within them, or if nobody can tell
/// @param opensAgain when it opens again; empty while open, or if nobody can tell
/// @param waitEstimate what a first answer has usually taken of late; empty without enough data
/// @param onCall whom the rota names now, the first in line first
/// @param manager who is told of a missed visitor
/// @param overflow another desk that may be called
public record SiteFacts(
    boolean open,
    Optional<Instant> closedSince,
    Optional<Instant> opensAgain,
    Optional<Duration> waitEstimate,
    List<Staff> onCall,
    Optional<Staff> manager,
    Optional<DeskRef> overflow) {
  /// Always open, and nobody on call.
  public static final SiteFacts OPEN =
      new SiteFacts(
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());
}
