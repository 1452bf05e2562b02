package io.threadbridge.bridge.port;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The effects owed: in order within a lane of a conversation, one worker at a time on a lane.
public interface Outbox {
  /// How long a worker has a lane before somebody else may take it.
  Duration LEASE = Duration.ofSeconds(30);

  /// The most effects of a lane that one claim reads.
  int READ_MAX = 200;

  /// A lane that owes something and whose time has come.
  record Ready(ConversationId conversation, Lane lane) {}

  /// Lanes with owed effects whose time has come and which nobody has leased, oldest first; at most
  /// `most`. They are not leased by
  /// this; each is not reported again before `again` has passed.
  List<Ready> ready(Instant now, Duration again, int most);

  /// Leases a lane; empty if it owes nothing or somebody else has it. Takes no account of a
  /// postponement.
  Optional<Claimed> claim(ConversationId conversation, Lane lane, Instant now);

  /// Seals the head of the lane as one batch; false if the lease is no longer ours.
  boolean seal(Claimed claimed, SealedBatch batch, Instant now);

  /// Extends the lease by [#LEASE] from `now`; false if it is no longer ours.
  boolean renew(Claimed claimed, Instant now);

  /// Gives the lane back, to be ready again at `until` (if it still owes anything). A batch stays
  /// sealed. Harmless without the
  /// lease.
  void release(Claimed claimed, Instant until);
}
