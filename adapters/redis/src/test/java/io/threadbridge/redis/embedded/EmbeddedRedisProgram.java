package io.threadbridge.redis.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// A program of its own that starts the embedded Redis and stays until it is killed.
final class EmbeddedRedisProgram {
  private EmbeddedRedisProgram() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedRedis redis = EmbeddedRedis.start(Path.of(arguments[0]));
    System.out.println("pid " + redis.pid());
    int _ = System.in.read();
  }
}
