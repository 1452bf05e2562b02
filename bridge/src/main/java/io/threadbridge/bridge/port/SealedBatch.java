package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Stay;
import java.time.Instant;
import java.util.Optional;

/// Effects that go out as one post. Sealed before the first byte is sent: what comes later is the
/// next batch, and the id, which the
/// post carries as metadata, lets a later look-up find it.
///
/// @param id unique over all conversations
/// @param last id of the last effect in it; the first is the lane's head
/// @param at when it was sealed
/// @param stay for which stay at a desk: the conversation may have moved on; empty in what was
///     sealed before conversations could move: the first
public record SealedBatch(String id, String last, Instant at, Optional<Stay> stay) {
  /// For the first stay.
  public SealedBatch(String id, String last, Instant at) {
    this(id, last, at, Optional.empty());
  }

  /// Whether it was sealed for this stay.
  public boolean isOf(Stay other) {
    return stay.map(other::equals).orElse(other.number() == 0);
  }
}
