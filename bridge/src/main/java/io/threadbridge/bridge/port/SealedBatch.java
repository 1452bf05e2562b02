package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.Stay;
import java.time.Instant;
import java.util.Optional;

/// Effects that go out as one post. Sealed before the first byte is sent: what comes later is the
/// next batch, and the id, which the post carries as metadata, lets a later look-up find it.
///
/// @param id unique over all conversations; a repeat of what cannot be looked for has its own
/// @param last id of the last effect in it; the first is the lane's head
/// @param at when it was sealed
/// @param tries how many posts of it may stand: 1 once it was sent; 0 if it certainly does not
///     stand, because the platform refused it; more where it was repeated without looking
/// @param stay for which stay at a desk: the conversation may have moved on; empty in what was
///     sealed before conversations could move: the first
public record SealedBatch(String id, String last, Instant at, int tries, Optional<Stay> stay) {
  private static final String REPEAT = "~";

  /// About to be sent for the first time, in the first stay.
  public SealedBatch(String id, String last, Instant at) {
    this(id, last, at, 1, Optional.empty());
  }

  /// About to be sent for the first time.
  public static SealedBatch of(String id, String last, Instant at, Stay stay) {
    return new SealedBatch(id, last, at, 1, Optional.of(stay));
  }

  /// The same, which certainly does not stand.
  public SealedBatch untried() {
    return new SealedBatch(id, last, at, 0, stay);
  }

  /// The same, about to be sent once more; its id says that it is the repeat.
  public SealedBatch repeated(Instant now) {
    String name = tries > 1 ? id.substring(0, id.lastIndexOf(REPEAT)) : id;
    return new SealedBatch(name + REPEAT + (tries + 1), last, now, tries + 1, stay);
  }

  /// Whether it was sealed for this stay.
  public boolean isOf(Stay other) {
    return stay.map(other::equals).orElse(other.number() == 0);
  }
}
