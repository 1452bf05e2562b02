package io.threadbridge.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole program in this process: a free port, a Redis of its own in a new directory, and the
/// sandbox as its Slack. Everything goes when it is closed.
final class Program implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final URI address;
  private final ConfigurableApplicationContext context;

  private Program(Path data, int port, List<String> settings) {
    this.data = data;
    this.address = URI.create("http://localhost:" + port);
    List<String> all = new ArrayList<>();
    all.add("--server.port=" + port);
    all.add("--threadbridge.data-dir=" + data);
    all.addAll(settings);
    this.context = Threadbridge.application().run(all.toArray(String[]::new));
  }

  /// Starts it with these settings, each as `--key=value`; `{address}` in them stands for the
  /// program's own.
  static Program start(String... settings) {
    int port = freePort();
    List<String> all =
        Stream.of(settings)
            .map(setting -> setting.replace("{address}", "http://localhost:" + port))
            .toList();
    try {
      return new Program(Files.createTempDirectory("threadbridge-test"), port, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nobody can hold a port for another process: it is free until somebody else takes it.
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  /// One of its parts, for what has no door to the outside yet.
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  HttpClient http() {
    return http;
  }

  Workspace workspace() {
    return new Workspace(http, address.resolve("/sandbox/page/"));
  }

  /// What the program says of its own health.
  JsonNode health() {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
    return JSON.readTree(send(http, request).body());
  }

  static HttpResponse<String> send(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    http.close();
    deleteAll(data);
  }

  static void deleteAll(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
