package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.port.Claimed;
import java.time.Instant;
import java.util.List;

/// `release-lane.lua`: gives a leased lane back.
final class ReleaseLaneScript {
  private final LuaScript script = LuaScript.named("release-lane");
  private final RedisConnections redis;

  ReleaseLaneScript(RedisConnections redis) {
    this.redis = redis;
  }

  void run(Claimed claimed, Instant again) {
    ConversationId conversation = claimed.conversation();
    script.run(
        redis,
        List.of(
            RedisKeys.conversation(conversation),
            RedisKeys.outbox(conversation, claimed.lane()),
            RedisKeys.ready(RedisKeys.partition(conversation))),
        List.of(
            LaneNames.of(claimed.lane()), conversation.value(), claimed.lease(), Millis.of(again)));
  }
}
