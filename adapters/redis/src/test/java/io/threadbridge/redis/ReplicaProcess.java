package io.threadbridge.redis;

import io.threadbridge.redis.embedded.EmbeddedRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A second Redis that copies an embedded one, with the same password.
record ReplicaProcess(Process process, int port, String password) implements AutoCloseable {

  /// Waits until the replica has what the master has.
  static void awaitOnline(RedisConnections redis) {
    Eventually.yes(
        () -> Replies.await(redis.commands().info("replication")).contains("state=online"));
  }

  /// Starts a replica of an embedded Redis, with its program.
  ///
  /// @param directory the master's
  static ReplicaProcess start(EmbeddedRedis master, Path directory) throws IOException {
    Path program;
    try (Stream<Path> files = Files.list(directory)) {
      program =
          files
              .filter(file -> file.getFileName().toString().startsWith("redis-server-"))
              .findFirst()
              .orElseThrow();
    }
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String password = URI.create(master.url()).getUserInfo().substring(1);
    Path files = Files.createDirectory(directory.resolve("replica"));
    Path settings = files.resolve("redis.conf");
    Files.writeString(
        settings,
        """
        bind 127.0.0.1
        port %d
        save ""
        dir "%s"
        replicaof 127.0.0.1 %d
        masterauth %4$s
        requirepass %4$s
        """
            .formatted(port, files, master.port(), password));
    Process process =
        new ProcessBuilder(program.toString(), settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(files.resolve("redis.log").toFile())
            .start();
    return new ReplicaProcess(process, port, password);
  }

  long pid() {
    return process.pid();
  }

  /// Makes it the master, as whoever watches over both does when the other has died.
  void promote() {
    String url = "redis://:%s@127.0.0.1:%d".formatted(password, port);
    try (RedisConnections direct = RedisConnections.open(url)) {
      Replies.await(direct.commands().replicaofNoOne());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
