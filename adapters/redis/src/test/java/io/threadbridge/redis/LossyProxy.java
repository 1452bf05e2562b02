package io.threadbridge.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a client and a Redis and, when told to, loses a reply and breaks its connection,
/// or leads whoever comes from then on to another Redis.
final class LossyProxy implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final ServerSocket entrance;
  private volatile int behind;
  private final AtomicInteger repliesToLose = new AtomicInteger();

  private LossyProxy(ServerSocket entrance, int behind) {
    this.entrance = entrance;
    this.behind = behind;
  }

  /// A proxy before this port of loopback.
  static LossyProxy before(int port) {
    try {
      ServerSocket entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      LossyProxy proxy = new LossyProxy(entrance, port);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return entrance.getLocalPort();
  }

  void leadTo(int port) {
    behind = port;
  }

  void loseNextReply() {
    repliesToLose.incrementAndGet();
  }

  boolean hasLostAll() {
    return repliesToLose.get() == 0;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        Thread.ofVirtual().start(() -> join(client));
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private void join(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
      Thread.ofVirtual().start(() -> pump(client, server, false));
      pump(server, client, true);
    } catch (IOException nobodyThere) {
      hangUp(client);
    }
  }

  private static void hangUp(Socket client) {
    try {
      client.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void pump(Socket from, Socket to, boolean replies) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (replies && repliesToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // The other side has gone.
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
