package io.threadbridge.redis.embedded;

/// The embedded Redis cannot be used here or now; the message says why and what to do, in words for
/// whoever starts the program.
public final class EmbeddedRedisUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With the whole message.
  EmbeddedRedisUnavailable(String message) {
    super(message);
  }
}
