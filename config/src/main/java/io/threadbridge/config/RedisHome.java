package io.threadbridge.config;

import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.nio.file.Path;
import java.util.Optional;

/// Where Redis is: the one of the settings, or one of our own that goes when the program goes in
/// order, and survives when it is killed.
final class RedisHome implements AutoCloseable {
  private final String url;
  private final Optional<EmbeddedRedis> embedded;

  RedisHome(String url) {
    this.url = url;
    this.embedded = Optional.empty();
  }

  private RedisHome(EmbeddedRedis embedded) {
    this.url = embedded.url();
    this.embedded = Optional.of(embedded);
  }

  static RedisHome embedded(Path directory) {
    return new RedisHome(EmbeddedRedis.start(directory));
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedRedis::close);
  }
}
