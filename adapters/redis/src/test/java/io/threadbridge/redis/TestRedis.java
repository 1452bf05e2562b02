package io.threadbridge.redis;

import io.threadbridge.redis.embedded.EmbeddedRedis;
import io.threadbridge.redis.embedded.RedisClusterProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests connections to a Redis that is empty before each test: one Redis and one cluster for
/// the whole run, ended with it.
abstract class TestRedis implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(TestRedis.class);

  /// The embedded Redis.
  static final class Embedded extends TestRedis {
    @Override
    Running start(Path directory) {
      EmbeddedRedis redis = EmbeddedRedis.start(directory);
      return new Running(directory, redis::close, RedisConnections.open(redis.url()));
    }
  }

  /// A cluster of three.
  static final class Cluster extends TestRedis {
    @Override
    Running start(Path directory) {
      RedisClusterProcess cluster = RedisClusterProcess.start(directory);
      return new Running(directory, cluster::close, RedisConnections.open(cluster.url()));
    }
  }

  record Running(Path directory, Runnable end, RedisConnections redis) implements AutoCloseable {
    @Override
    public void close() {
      redis.close();
      end.run();
      delete(directory);
    }
  }

  abstract Running start(Path directory);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RedisConnections.class;
  }

  @Override
  public RedisConnections resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(getClass(), _ -> start(directory()), Running.class);
    Replies.await(running.redis().commands().flushall());
    return running.redis();
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("threadbridge-test-redis");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
