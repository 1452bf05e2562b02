package io.threadbridge.redis;

import io.lettuce.core.RedisFuture;
import io.threadbridge.bridge.conversation.SiteName;
import java.util.function.Consumer;

/// Tells all instances that chat and form of a site have changed places. A lost message costs a
/// poll interval.
public final class SiteNudgeBus {
  private final RedisConnections redis;

  /// A bus over these connections.
  public SiteNudgeBus(RedisConnections redis) {
    this.redis = redis;
  }

  /// Nudges everybody about a site. Does not wait, and does not fail: Redis may be away.
  public void publish(SiteName site) {
    RedisFuture<Long> _ = redis.commands().publish(RedisKeys.SITES_CHANNEL, site.value());
  }

  /// Calls `nudged` for each nudge, our own too, on a thread of the client: it must not block.
  public void listen(Consumer<SiteName> nudged) {
    redis.listen(RedisKeys.SITES_CHANNEL, message -> nudged.accept(new SiteName(message)));
  }
}
