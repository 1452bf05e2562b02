package io.threadbridge.redis;

import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.SealedBatch;
import io.threadbridge.redis.json.SealedBatchCodec;
import java.time.Instant;
import java.util.List;

/// `seal-batch.lua`: seals the head of a leased lane as one batch.
final class SealBatchScript {
  private final LuaScript script = LuaScript.named("seal-batch");
  private final RedisConnections redis;

  SealBatchScript(RedisConnections redis) {
    this.redis = redis;
  }

  boolean run(Claimed claimed, SealedBatch batch, Instant now) {
    List<Object> answer =
        script.runConfirmed(
            redis,
            List.of(RedisKeys.conversation(claimed.conversation())),
            List.of(
                LaneNames.of(claimed.lane()),
                claimed.lease(),
                SealedBatchCodec.write(batch),
                Millis.of(now)));
    return answer.getFirst().equals(1L);
  }
}
