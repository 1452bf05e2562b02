package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.SealedBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The effects owed, in Redis; [RedisConversationStore] fills and settles it.
///
/// A lease that has run out can neither be renewed nor seal a batch. It can still settle until
/// somebody else has claimed the lane: what was done was done.
public final class RedisOutbox implements Outbox {
  private final ClaimDueScript claimDue;
  private final ClaimLaneScript claimLane;
  private final SealBatchScript seal;
  private final RenewLeaseScript renew;
  private final ReleaseLaneScript release;

  /// An outbox behind these connections.
  public RedisOutbox(RedisConnections redis) {
    this.claimDue = new ClaimDueScript(redis, RedisKeys.allReady());
    this.claimLane = new ClaimLaneScript(redis);
    this.seal = new SealBatchScript(redis);
    this.renew = new RenewLeaseScript(redis);
    this.release = new ReleaseLaneScript(redis);
  }

  @Override
  public List<Ready> ready(Instant now, Duration again, int most) {
    return claimDue.run(now, now.plus(again), most).due().stream()
        .flatMap(due -> lane(due.member()))
        .toList();
  }

  private static Stream<Ready> lane(String member) {
    int colon = member.indexOf(':');
    ConversationId conversation = new ConversationId(member.substring(colon + 1));
    return LaneNames.find(member.substring(0, colon)).stream()
        .map(lane -> new Ready(conversation, lane));
  }

  @Override
  public Optional<Claimed> claim(ConversationId conversation, Lane lane, Instant now) {
    return claimLane.run(conversation, lane, UUID.randomUUID().toString(), now);
  }

  @Override
  public boolean seal(Claimed claimed, SealedBatch batch, Instant now) {
    return seal.run(claimed, batch, now);
  }

  @Override
  public boolean renew(Claimed claimed, Instant now) {
    return renew.run(claimed, now);
  }

  @Override
  public void release(Claimed claimed, Instant until) {
    release.run(claimed, until);
  }
}
