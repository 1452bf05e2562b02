package io.threadbridge.redis;

import io.threadbridge.bridge.port.Claimed;
import io.threadbridge.bridge.port.Outbox;
import java.time.Instant;
import java.util.List;

/// `renew-lease.lua`: extends the lease of a lane.
final class RenewLeaseScript {
  private final LuaScript script = LuaScript.named("renew-lease");
  private final RedisConnections redis;

  RenewLeaseScript(RedisConnections redis) {
    this.redis = redis;
  }

  boolean run(Claimed claimed, Instant now) {
    List<Object> answer =
        script.run(
            redis,
            List.of(
                RedisKeys.conversation(claimed.conversation()),
                RedisKeys.ready(RedisKeys.partition(claimed.conversation()))),
            List.of(
                LaneNames.of(claimed.lane()),
                claimed.conversation().value(),
                claimed.lease(),
                Millis.of(now),
                Millis.of(now.plus(Outbox.LEASE))));
    return answer.getFirst().equals(1L);
  }
}
