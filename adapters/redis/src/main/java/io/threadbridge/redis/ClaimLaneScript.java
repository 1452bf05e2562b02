package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.Lane;
import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import io.threadbridge.bridge.port.OwedEffect;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.redis.json.SealedBatchCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `claim-lane.lua`: leases a lane and reads what it owes.
final class ClaimLaneScript {
  private final LuaScript script = LuaScript.named("claim-lane");
  private final RedisConnections redis;

  ClaimLaneScript(RedisConnections redis) {
    this.redis = redis;
  }

  Optional<Claimed> run(ConversationId conversation, Lane lane, String lease, Instant now) {
    List<Object> answer =
        script.run(
            redis,
            List.of(
                RedisKeys.conversation(conversation),
                RedisKeys.outbox(conversation, lane),
                RedisKeys.ready(RedisKeys.partition(conversation))),
            List.of(
                LaneNames.of(lane),
                conversation.value(),
                lease,
                Millis.of(now),
                Millis.of(now.plus(Outbox.LEASE)),
                Integer.toString(Outbox.READ_MAX)));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<SealedBatch> sealed =
        Optional.of((String) answer.getFirst())
            .filter(text -> !text.isEmpty())
            .map(SealedBatchCodec::read);
    List<OwedEffect> owed =
        answer.stream().skip(1).map(entry -> OwedEntry.read((String) entry)).toList();
    return Optional.of(new Claimed(conversation, lane, lease, owed, sealed));
  }
}
