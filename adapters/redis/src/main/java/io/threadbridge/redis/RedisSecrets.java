package io.threadbridge.redis;

import java.util.List;

/// Secrets that the program has made for itself and that all its instances share, such as what
/// signs its links. Whoever reads Redis reads the conversations too, so they are no safer than
/// those. Never logged.
public final class RedisSecrets {
  private final LuaScript keep = LuaScript.named("keep-secret");
  private final RedisConnections redis;

  /// Secrets behind these connections.
  public RedisSecrets(RedisConnections redis) {
    this.redis = redis;
  }

  /// The secret of this name; `proposed` becomes it if there is none yet.
  public String kept(String name, String proposed) {
    List<Object> answer =
        keep.runConfirmed(redis, List.of(RedisKeys.secret(name)), List.of(proposed));
    return (String) answer.getFirst();
  }
}
