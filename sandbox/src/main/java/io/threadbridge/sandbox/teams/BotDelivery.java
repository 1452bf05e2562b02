package io.threadbridge.sandbox.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.threadbridge.sandbox.wire.Json;
import io.threadbridge.sandbox.wire.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/// Posts signed activities to the bot's messaging endpoint, and repeats what it does not answer in
/// time, unchanged.
///
/// In one conversation an activity goes out when the one before has had its first answer.
/// An error status or a refused connection is not repeated: what happened is lost to the bot.
final class BotDelivery implements AutoCloseable {
  /// Teams gives a bot fifteen seconds.
  static final long ANSWER_MILLIS = 15_000;

  /// Activities that wait for the bot; more are lost, and counted.
  static final int MAX_WAITING = 10_000;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final long MAX_ANSWER_BYTES = 1_048_576;

  /// What the bot answered; status 0 when it did not.
  record Heard(int status, String body) {}

  private final BotKeys keys;
  private final TeamsCounters counters;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().executor(workers).version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, CompletableFuture<Void>> lanes = new HashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile String endpoint = "";
  private volatile boolean parallel;
  private volatile long answerMillis = ANSWER_MILLIS;
  private volatile int repeats = 1;
  private final AtomicInteger duplicates = new AtomicInteger();

  BotDelivery(BotKeys keys, TeamsCounters counters) {
    this.keys = keys;
    this.counters = counters;
  }

  void reset() {
    answerMillis = ANSWER_MILLIS;
    repeats = 1;
    parallel = false;
    duplicates.set(0);
  }

  /// Where the bot listens, on loopback; `""` for nowhere.
  void setEndpoint(String url) {
    if (!url.isEmpty() && !isLoopback(url)) {
      throw new Refusal("url_not_loopback");
    }
    endpoint = url;
  }

  private static boolean isLoopback(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  void setAnswerMillis(long millis) {
    answerMillis = millis;
  }

  /// How often an activity without an answer comes again.
  void setRepeats(int count) {
    repeats = count;
  }

  /// So many of the next activities come twice although they were answered.
  void setDuplicates(int count) {
    duplicates.set(count);
  }

  /// Whether activities of one conversation need not wait for each other, and may overtake.
  void setParallel(boolean value) {
    parallel = value;
  }

  boolean isConnected() {
    return !endpoint.isEmpty();
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("url", endpoint).put("answer_millis", answerMillis);
    return json.put("repeats", repeats).put("waiting", waiting.get());
  }

  int waiting() {
    return waiting.get();
  }

  /// Sends an activity when those before it in its lane are through.
  synchronized void tell(ObjectNode activity, String lane) {
    if (endpoint.isEmpty()) {
      counters.activity("undeliverable");
      return;
    }
    if (waiting.get() >= MAX_WAITING) {
      counters.activity("lost");
      return;
    }
    waiting.incrementAndGet();
    CompletableFuture<Void> free = CompletableFuture.completedFuture(null);
    CompletableFuture<Void> before = parallel ? free : lanes.getOrDefault(lane, free);
    lanes.values().removeIf(CompletableFuture::isDone);
    lanes.put(lane, before.thenRunAsync(() -> deliver(activity), workers));
  }

  private void deliver(ObjectNode activity) {
    try {
      Heard heard = ask(activity);
      if (heard.status() != 0 && duplicates.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        counters.activity("redelivered");
        Heard _ = attempt(activity);
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  /// Sends an activity now and waits for the answer, with the repeats that silence brings.
  Heard ask(ObjectNode activity) {
    if (endpoint.isEmpty()) {
      counters.activity("undeliverable");
      return new Heard(0, "");
    }
    counters.activity("sent");
    Heard heard = attempt(activity);
    for (int i = 0; heard.status() == 0 && heard.body().equals("timeout") && i < repeats; i++) {
      counters.activity("redelivered");
      heard = attempt(activity);
    }
    return heard;
  }

  private Heard attempt(ObjectNode activity) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .timeout(Duration.ofMillis(answerMillis))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)")
            .header("Authorization", keys.authorization())
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(activity), UTF_8))
            .build();
    try {
      HttpResponse<String> answer =
          client.send(
              request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MAX_ANSWER_BYTES));
      boolean taken = answer.statusCode() / 100 == 2;
      counters.activity(taken ? "answered" : "refused");
      return new Heard(answer.statusCode(), answer.body());
    } catch (HttpTimeoutException _) {
      counters.activity("unanswered");
      return new Heard(0, "timeout");
    } catch (IOException _) {
      counters.activity("failed");
      return new Heard(0, "failed");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Heard(0, "interrupted");
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    client.shutdownNow();
  }
}
