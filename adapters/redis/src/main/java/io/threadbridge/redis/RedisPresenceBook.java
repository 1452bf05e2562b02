package io.threadbridge.redis;

import io.threadbridge.bridge.conversation.ConversationId;
import io.threadbridge.bridge.conversation.TabPresence;
import io.threadbridge.bridge.port.PresenceBook;
import io.threadbridge.redis.json.TabPresenceCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is known of visitors' tabs, in Redis: one hash per conversation, one field per tab.
public final class RedisPresenceBook implements PresenceBook {
  private final LuaScript put = LuaScript.named("put-presence");
  private final RedisConnections redis;

  /// A book behind these connections.
  public RedisPresenceBook(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public void put(ConversationId conversation, TabPresence tab, Instant now) {
    put.run(
        redis,
        List.of(RedisKeys.presence(conversation)),
        List.of(
            tab.tab(),
            TabPresenceCodec.write(tab),
            Millis.of(now),
            Millis.of(TabEntry.REMEMBERED),
            Integer.toString(TABS_MAX)));
  }

  @Override
  public List<String> instances(ConversationId conversation, Instant now) {
    Map<String, String> tabs =
        Replies.await(redis.commands().hgetall(RedisKeys.presence(conversation)));
    List<String> flat =
        tabs.entrySet().stream()
            .flatMap(tab -> List.of(tab.getKey(), tab.getValue()).stream())
            .toList();
    return TabEntry.living(flat, now).stream()
        .filter(tab -> tab.isAlive(now))
        .map(TabPresence::instance)
        .distinct()
        .toList();
  }
}
