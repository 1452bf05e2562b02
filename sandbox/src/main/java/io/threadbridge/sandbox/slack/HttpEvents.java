package io.threadbridge.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Posts signed envelopes to the app's request URL, as Slack does without Socket Mode.
final class HttpEvents {
  /// Slack repeats an event at once, after a minute and after five.
  static final List<Long> RETRY_MILLIS = List.of(0L, 60_000L, 300_000L);

  private final InstantSource clock;
  private final Counters counters;
  private final Executor executor;
  private final Timers timers;
  private final HttpClient client;
  private final Map<String, CompletableFuture<Void>> lanes = new HashMap<>();
  private volatile List<Long> retryMillis = RETRY_MILLIS;
  private volatile String url = "";

  HttpEvents(InstantSource clock, Counters counters, Executor executor, Timers timers) {
    this.clock = clock;
    this.counters = counters;
    this.executor = executor;
    this.timers = timers;
    this.client =
        HttpClient.newBuilder().executor(executor).version(HttpClient.Version.HTTP_1_1).build();
  }

  String url() {
    return url;
  }

  boolean isSet() {
    return !url.isEmpty();
  }

  void setUrl(String value) {
    url = value;
  }

  void setRetryMillis(List<Long> millis) {
    retryMillis = List.copyOf(millis);
  }

  /// Asks a new request URL for its challenge, as Slack does before it accepts one.
  boolean verifies(String candidate, long timeoutMillis) {
    ObjectNode body = Json.object().put("token", "sandbox").put("challenge", "sandbox-challenge");
    body.put("type", "url_verification");
    HttpRequest request =
        signed(URI.create(candidate), Json.write(body), "application/json", timeoutMillis).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      return answer.statusCode() == 200 && answer.body().contains("sandbox-challenge");
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Sends after everything that its lane sent before has had its first answer.
  synchronized void send(Envelope envelope, long timeoutMillis, CompletableFuture<JsonNode> reply) {
    CompletableFuture<Void> before =
        lanes.getOrDefault(envelope.lane(), CompletableFuture.completedFuture(null));
    CompletableFuture<Void> now =
        before.thenRunAsync(() -> attempt(envelope, 0, "", timeoutMillis, reply), executor);
    lanes.put(envelope.lane(), now);
    lanes.values().removeIf(CompletableFuture::isDone);
  }

  private void attempt(
      Envelope envelope,
      int number,
      String reason,
      long timeoutMillis,
      CompletableFuture<JsonNode> reply) {
    counters.count(number == 0 ? "sent" : "redelivered");
    HttpRequest.Builder request = request(envelope, timeoutMillis);
    if (number > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(number));
      request.header("X-Slack-Retry-Reason", reason);
    }
    String failure = deliver(request.build(), reply);
    if (failure.isEmpty()) {
      counters.count("acked");
      return;
    }
    counters.count("unacked");
    if (failure.equals("no_retry") || number >= retryMillis.size() || isAsked(envelope)) {
      counters.count("given_up");
      reply.completeExceptionally(new Refusal("operation_timeout"));
      return;
    }
    timers.after(
        retryMillis.get(number),
        () -> executor.execute(() -> attempt(envelope, number + 1, failure, timeoutMillis, reply)));
  }

  private static boolean isAsked(Envelope envelope) {
    return envelope.kind() != Envelope.Kind.EVENT;
  }

  /// Why it was not delivered, in Slack's words; `""` when it was.
  private String deliver(HttpRequest request, CompletableFuture<JsonNode> reply) {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      if (answer.statusCode() / 100 == 2) {
        reply.complete(Json.parse(answer.body()).orElseGet(Json::object));
        return "";
      }
      boolean noRetry =
          answer.headers().firstValue("x-slack-no-retry").filter("1"::equals).isPresent();
      return noRetry ? "no_retry" : "http_error";
    } catch (HttpTimeoutException _) {
      return "http_timeout";
    } catch (IOException _) {
      return "connection_failed";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "unknown_error";
    }
  }

  private HttpRequest.Builder request(Envelope envelope, long timeoutMillis) {
    URI target = URI.create(url);
    String form = "application/x-www-form-urlencoded";
    return switch (envelope.kind()) {
      case EVENT ->
          signed(target, Json.write(envelope.payload()), "application/json", timeoutMillis);
      case INTERACTIVE ->
          signed(target, "payload=" + encode(Json.write(envelope.payload())), form, timeoutMillis);
      case COMMAND -> signed(target, form(envelope.payload()), form, timeoutMillis);
    };
  }

  private static String form(ObjectNode fields) {
    return fields.properties().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue().asString("")))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private HttpRequest.Builder signed(URI target, String body, String type, long timeoutMillis) {
    String timestamp = Long.toString(clock.millis() / 1_000);
    return HttpRequest.newBuilder(target)
        .timeout(Duration.ofMillis(timeoutMillis))
        .header("Content-Type", type)
        .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", sign("v0:" + timestamp + ":" + body))
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
  }

  private static String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SandboxIds.SIGNING_SECRET.getBytes(UTF_8), "HmacSHA256"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
