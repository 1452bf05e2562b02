package io.threadbridge.redis;

import io.lettuce.core.RedisFuture;
import io.threadbridge.bridge.conversation.ConversationId;
import java.util.function.Consumer;

/// Tells other instances that the visitor's connections which they hold should look again. A lost
/// message costs a poll interval, never a message of a visitor.
public final class VisitorNudgeBus {
  private final RedisConnections redis;

  /// A bus over these connections.
  public VisitorNudgeBus(RedisConnections redis) {
    this.redis = redis;
  }

  /// Nudges an instance about a conversation. Does not wait, and does not fail: nobody may be
  /// there, and Redis may be away.
  public void publish(String instance, ConversationId conversation) {
    RedisFuture<Long> _ =
        redis.commands().publish(RedisKeys.nudgeChannel(instance), conversation.value());
  }

  /// Calls `nudged` for each nudge of this instance, on a thread of the client: it must not block.
  public void listen(String instance, Consumer<ConversationId> nudged) {
    redis.listen(
        RedisKeys.nudgeChannel(instance),
        message -> {
          if (ConversationId.isWellFormed(message)) {
            nudged.accept(new ConversationId(message));
          }
        });
  }
}
