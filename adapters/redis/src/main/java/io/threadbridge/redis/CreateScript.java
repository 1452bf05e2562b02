package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.Conversation;
import io.threadbridge.redis.json.ConversationCodec;
import java.time.Instant;
import java.util.List;

/// `create.lua`: keeps a new conversation.
final class CreateScript {
  private final LuaScript script = LuaScript.named("create");
  private final RedisConnections redis;

  CreateScript(RedisConnections redis) {
    this.redis = redis;
  }

  void run(Conversation.NotStarted conversation, Instant expireAt) {
    script.runConfirmed(
        redis,
        List.of(RedisKeys.conversation(conversation.id())),
        List.of(
            ConversationCodec.write(conversation),
            Millis.of(expireAt),
            Millis.between(conversation.opening().at(), expireAt)));
  }
}
