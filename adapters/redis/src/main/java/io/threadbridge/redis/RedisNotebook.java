package io.threadbridge.redis;

import io.threadbridge.bridge.port.Notebook;
import java.util.List;
import java.util.Optional;

/// Adapters' notes in Redis: a hash for each adapter, and beside it the order in which its notes
/// were last written.
public final class RedisNotebook implements Notebook {
  private final LuaScript write = LuaScript.named("write-note");
  private final RedisConnections redis;

  /// Notes behind these connections.
  public RedisNotebook(RedisConnections redis) {
    this.redis = redis;
  }

  @Override
  public Optional<String> read(String adapter, String key) {
    return Optional.ofNullable(Replies.await(redis.commands().hget(RedisKeys.notes(adapter), key)));
  }

  @Override
  public void write(String adapter, String key, String value) {
    Notebook.check(key, value);
    write.runConfirmed(
        redis,
        List.of(RedisKeys.notes(adapter), RedisKeys.noteOrder(adapter)),
        List.of(key, value, Integer.toString(NOTES_MAX)));
  }
}
