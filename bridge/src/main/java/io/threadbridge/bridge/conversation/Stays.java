package io.threadbridge.bridge.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a conversation is, and where it was before it moved.
///
/// @param now the stay that goes on
/// @param since when that began
/// @param retold messages up to this number come into this stay's thread with the transcript; 0 as
///     long as the conversation has never moved
/// @param earlier the threads of stays that are over, whose cards say where it is now; the oldest
///     first, at most [#EARLIER_MAX]
public record Stays(Stay now, Instant since, int retold, List<Place> earlier) {
  /// More threads than this, and the card of the oldest is no longer kept true.
  public static final int EARLIER_MAX = 10;

  /// Never moved from this desk, where it began at that moment.
  public static Stays at(DeskRef desk, Instant since) {
    return new Stays(new Stay(desk, 0), since, 0, List.of());
  }

  /// On to another desk, out of a thread if it was known; `lastSeq` is told there as well.
  Stays movedTo(DeskRef desk, Optional<ThreadRef> from, int lastSeq, Instant at) {
    Stays left = from.map(thread -> leaving(new Place(now.desk(), thread))).orElse(this);
    return new Stays(new Stay(desk, now.number() + 1), at, lastSeq, left.earlier);
  }

  /// With a thread of a stay that is over.
  Stays leaving(Place place) {
    if (earlier.contains(place)) {
      return this;
    }
    List<Place> more = new ArrayList<>(earlier);
    more.add(place);
    return new Stays(
        now,
        since,
        retold,
        List.copyOf(more.subList(Math.max(0, more.size() - EARLIER_MAX), more.size())));
  }

  /// The latest thread on this desk, of which `current` is that of this stay; empty if none is
  /// known.
  public Optional<ThreadRef> threadAt(DeskRef desk, Optional<ThreadRef> current) {
    Optional<ThreadRef> here = current.filter(_ -> desk.equals(now.desk()));
    return here.or(
        () ->
            earlier.reversed().stream()
                .filter(place -> place.desk().equals(desk))
                .map(Place::thread)
                .findFirst());
  }

  /// Whether the conversation has left this thread: once it has moved, only the current one counts.
  /// As long as it has not, its desk may have lost a thread, and what was written in that one may
  /// come late.
  boolean isEarlier(Place place, Optional<ThreadRef> current) {
    boolean elsewhere = !place.desk().equals(now.desk());
    return elsewhere || (now.number() > 0 && !current.equals(Optional.of(place.thread())));
  }
}
