package io.threadbridge.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.threadbridge.sandbox.teams.TeamsSandboxIds;
import io.threadbridge.sandbox.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A small bot: listens for activities, and calls the connector with a token that it fetched.
final class TeamsBot implements AutoCloseable {
  /// An activity and the token that came with it.
  record Heard(JsonNode activity, String authorization) {
    String text(String name) {
      return Json.text(activity, name);
    }

    String conversation() {
      return Json.text(activity.path("conversation"), "id");
    }
  }

  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final String address;
  private volatile String invokeAnswer = "";
  private volatile int invokeStatus = 200;
  private volatile @Nullable CompletableFuture<Void> silence;
  private String token = "";

  TeamsBot(String address) throws IOException {
    this.address = address;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/messages", this::hear);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/messages";
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    JsonNode activity = Json.parse(body).orElseThrow();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    heard.add(new Heard(activity, authorization));
    CompletableFuture<Void> waiting = silence;
    if (waiting != null) {
      waiting.join();
    }
    boolean invoke = Json.text(activity, "type").equals("invoke");
    byte[] answer = (invoke ? invokeAnswer : "").getBytes(UTF_8);
    exchange.sendResponseHeaders(
        invoke ? invokeStatus : 200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /// From now on invokes are answered so.
  void answerInvokes(int status, String body) {
    invokeStatus = status;
    invokeAnswer = body;
  }

  /// From now on nothing is answered until the future is done.
  void keepSilent(@Nullable CompletableFuture<Void> until) {
    silence = until;
  }

  Heard await(String type) {
    return await(each -> each.text("type").equals(type));
  }

  /// The next activity that is wanted; what comes before it is forgotten.
  Heard await(Predicate<Heard> wanted) {
    try {
      for (; ; ) {
        Heard next =
            requireNonNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no such activity came");
        if (wanted.test(next)) {
          return next;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  void forget() {
    heard.clear();
  }

  HttpResponse<String> login(String secret) throws IOException, InterruptedException {
    return login(secret, "https://api.botframework.com/.default");
  }

  HttpResponse<String> login(String secret, String scope) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(TeamsSandboxIds.APP_ID, secret, URLEncoder.encode(scope, UTF_8));
    URI uri =
        URI.create(
            address + "/sandbox/teams/login/" + TeamsSandboxIds.TENANT + "/oauth2/v2.0/token");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    token = Json.text(Json.parse(answer.body()).orElseThrow(), "access_token");
    return answer;
  }

  HttpResponse<String> call(String method, String path, ObjectNode body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/sandbox/teams/connector/").resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(Json.write(body)))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return Json.parse(call("GET", path, Json.object()).body()).orElseThrow();
  }

  /// A new thread in the website's channel; the id of its conversation.
  String thread(String text) throws IOException, InterruptedException {
    ObjectNode wish = threadWish();
    wish.set("activity", message(text));
    HttpResponse<String> answer = call("POST", "v3/conversations", wish);
    return Json.text(Json.parse(answer.body()).orElseThrow(), "id");
  }

  static ObjectNode threadWish() {
    ObjectNode wish = Json.object().put("isGroup", true).put("tenantId", TeamsSandboxIds.TENANT);
    wish.putObject("channelData").putObject("channel").put("id", TeamsSandboxIds.WEBSITE_CHAT);
    return wish;
  }

  /// The chat with somebody; the id of its conversation.
  String chat(String person) throws IOException, InterruptedException {
    ObjectNode wish = Json.object().put("isGroup", false).put("tenantId", TeamsSandboxIds.TENANT);
    wish.putArray("members").addObject().put("id", person);
    HttpResponse<String> answer = call("POST", "v3/conversations", wish);
    return Json.text(Json.parse(answer.body()).orElseThrow(), "id");
  }

  static ObjectNode message(String text) {
    return Json.object().put("type", "message").put("text", text);
  }

  /// A message that is this card.
  static ObjectNode card(String card) {
    ObjectNode message = Json.object().put("type", "message");
    message
        .putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", Json.parse(card).orElseThrow());
    return message;
  }

  @Override
  public void close() {
    CompletableFuture<Void> waiting = silence;
    if (waiting != null) {
      waiting.complete(null);
    }
    server.stop(0);
    client.shutdownNow();
  }
}
