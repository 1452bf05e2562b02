package io.threadbridge.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A firm's service that keeps what it is sent; it fails at the first call, after it has kept it.
final class Receiver implements AutoCloseable {
  /// One call.
  record Call(String signature, String body) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private void take(HttpExchange call) throws IOException {
    try (call) {
      String signature = call.getRequestHeaders().getFirst("Threadbridge-Signature");
      byte[] body = call.getRequestBody().readAllBytes();
      boolean isFirst = calls.isEmpty();
      calls.add(
          new Call(signature == null ? "" : signature, new String(body, StandardCharsets.UTF_8)));
      call.sendResponseHeaders(isFirst ? 500 : 204, -1);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in");
  }

  /// What came, in its order.
  List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
