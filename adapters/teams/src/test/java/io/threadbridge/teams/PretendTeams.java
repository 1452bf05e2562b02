package io.threadbridge.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.threadbridge.contract.ChatPlatform.Failure;
import io.threadbridge.teams.PretendChannel.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A sign-in and a connector in front of a [PretendChannel], as far as our calls reach; they fail
/// when they are told to.
final class PretendTeams implements AutoCloseable {
  /// What `Retry-After` says.
  static final int RETRY_AFTER_SECONDS = 7;

  private static final String SERVICE = "/teams/";
  private static final String TOKEN = "a-token";

  private final PretendChannel channel = new PretendChannel();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Optional<Failure> next = Optional.empty();
  private Optional<String> refused = Optional.empty();

  PretendTeams() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(PretendConnector.TOKEN_PATH, this::signIn);
    server.createContext(SERVICE + "v3/", this::answer);
    server.start();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String serviceUrl() {
    return "http://" + host() + SERVICE;
  }

  synchronized void failNext(Failure failure) {
    next = Optional.of(failure);
    refused = Optional.empty();
  }

  PretendChannel channel() {
    return channel;
  }

  private void signIn(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    send(exchange, new Answer(200, "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600}"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode sent = PretendConnector.tree(body.isEmpty() ? "{}" : body);
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().substring((SERVICE + "v3/").length());
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, Answer.no(401, "Unauthorized"));
      return;
    }
    Optional<byte[]> picture = channel.picture(path);
    if (picture.isPresent()) {
      exchange.sendResponseHeaders(200, picture.get().length);
      exchange.getResponseBody().write(picture.get());
      exchange.close();
      return;
    }
    Optional<Failure> failure = takeFailure(method, sent);
    if (failure.isEmpty()) {
      send(exchange, channel.done(method, path, sent));
      return;
    }
    switch (failure.get()) {
      case REFUSED -> send(exchange, Answer.no(400, "BadSyntax"));
      case UNKNOWN_AFTER_DOING -> {
        channel.done(method, path, sent);
        send(exchange, new Answer(500, ""));
      }
      case TOO_FAST -> {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
        send(exchange, Answer.no(429, "Throttled"));
      }
      case AWAY -> exchange.close();
      case HANGING -> {
        // The exchange stays open until the server is closed.
      }
    }
  }

  /// To ask, and to make the chat with a person, writes nothing that anybody reads. What is refused
  /// is refused in every form.
  private synchronized Optional<Failure> takeFailure(String method, JsonNode sent) {
    if (method.equals("GET") || PretendChannel.isChat(sent)) {
      return Optional.empty();
    }
    String summary = sent.path("summary").asText("");
    Optional<Failure> again = refused.filter(summary::equals).map(_ -> Failure.REFUSED);
    Optional<Failure> failure = next.or(() -> again);
    refused = failure.filter(each -> each == Failure.REFUSED).map(_ -> summary);
    next = Optional.empty();
    return failure;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
